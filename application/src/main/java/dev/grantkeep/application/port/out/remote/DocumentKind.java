package dev.grantkeep.application.port.out.remote;

import java.time.Duration;
import java.util.Optional;

/** What a document is for, and with it how it is asked for and how long a copy of it lives. */
public enum DocumentKind {
    /** The keys of a client (OpenID Connect Registration section 2, {@code jwks_uri}). */
    KEY_SET("application/jwk-set+json, application/json", 3, Duration.ofHours(1)),

    /**
     * The redirect URIs that share a sector (OpenID Connect Registration section 5). The host itself vouches for them, so
     * it is not followed elsewhere.
     */
    SECTOR_IDENTIFIER("application/json", 0, Duration.ofDays(1)),

    /**
     * A request object (RFC 9101 section 5.2). Its address was registered; where that leads on was not, so it is not
     * followed.
     */
    REQUEST_OBJECT("application/oauth-authz-req+jwt, application/jwt", 0, Duration.ofDays(1));

    /** The least that a copy lives, so that nobody makes every call a fetch. */
    private static final Duration LEAST_LIFE = Duration.ofMinutes(1);

    /** Where the server says nothing. */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

    private final String mediaTypes;
    private final int redirects;
    private final Duration mostLife;

    DocumentKind(String mediaTypes, int redirects, Duration mostLife) {
        this.mediaTypes = mediaTypes;
        this.redirects = redirects;
        this.mostLife = mostLife;
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
        Duration wanted = told.orElse(USUAL_LIFE);
        Duration least = wanted.compareTo(LEAST_LIFE) < 0 ? LEAST_LIFE : wanted;
        return least.compareTo(mostLife) > 0 ? mostLife : least;
    }
}
