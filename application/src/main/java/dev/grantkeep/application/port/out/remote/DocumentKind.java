package dev.grantkeep.application.port.out.remote;

import java.time.Duration;
import java.util.Optional;

/** What a document is for, and with it how it is asked for and how long a copy of it lives. */
public enum DocumentKind {
    /** The keys of a client (OpenID Connect Registration section 2, {@code jwks_uri}). */
    KEY_SET(
            "application/jwk-set+json, application/json",
            3,
            new Lives(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1))),

    /**
     * The redirect URIs that share a sector (OpenID Connect Registration section 5). The host itself vouches for them, so
     * it is not followed elsewhere.
     */
    SECTOR_IDENTIFIER(
            "application/json", 0, new Lives(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofDays(1))),

    /**
     * A request object (RFC 9101 section 5.2). Its address was registered; where that leads on was not, so it is not
     * followed. Each request may want another, so a copy lives only as long as its server says; a second in any case.
     */
    REQUEST_OBJECT(
            "application/oauth-authz-req+jwt, application/jwt",
            0,
            new Lives(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1)));

    /**
     * How long copies live.
     *
     * @param least so that nobody makes every call a fetch
     * @param usual where the server says nothing
     */
    private record Lives(Duration least, Duration usual, Duration most) {}

    private final String mediaTypes;
    private final int redirects;
    private final Lives lives;

    DocumentKind(String mediaTypes, int redirects, Lives lives) {
        this.mediaTypes = mediaTypes;
        this.redirects = redirects;
        this.lives = lives;
    }

    /** For the header {@code Accept}. */
    public String mediaTypes() {
        return mediaTypes;
    }

    /** How many redirects are followed. */
    public int redirects() {
        return redirects;
    }

    /**
     * How long a copy lives.
     *
     * @param told what its server says; negative is as none at all
     */
    public Duration life(Optional<Duration> told) {
        Duration wanted = told.orElse(lives.usual());
        Duration least = wanted.compareTo(lives.least()) < 0 ? lives.least() : wanted;
        return least.compareTo(lives.most()) > 0 ? lives.most() : least;
    }
}
