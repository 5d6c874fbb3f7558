package dev.grantkeep.benchmark.data;

import java.time.Duration;

/**
 * A set of rows that are made at once.
 *
 * @param name short; no two sets of a database have the same
 * @param tokens how many
 * @param pairs over how many pairs of client and subject they are spread
 * @param clientsOfSubject how many clients each subject has authorized
 * @param age how long ago the newest was issued; access tokens live one day, refresh tokens ten
 * @param between from the issue of one to that of the next
 * @param scopes of the tokens, and what their users granted
 */
public record Shape(
        String name, long tokens, long pairs, long clientsOfSubject, Duration age, Duration between, String scopes) {
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final String SCOPES = "read write";

    /** How many of {@link #expiring} end in a second: more than a sweeper reclaims by default, so it always has work. */
    public static final int EXPIRING_A_SECOND = 25_000;

    /** From when on after its issue a token can be reclaimed. */
    public static final Duration LIFE = Duration.ofDays(10);

    /** The tokens that the load is about: two in each pair, two clients for each subject. */
    public static Shape bulk(long tokens) {
        return new Shape("a", tokens, Math.max(1, tokens / 2), 2, Duration.ZERO, MILLISECOND, SCOPES);
    }

    /** Of users who logged in by OpenID Connect. */
    public static Shape logins(long tokens) {
        return new Shape("u", tokens, Math.max(1, tokens / 2), 2, Duration.ZERO, MILLISECOND, "openid " + SCOPES);
    }

    /** All of one pair. */
    public static Shape pair(long tokens) {
        return new Shape("p" + tokens, tokens, 1, 1, Duration.ZERO, MILLISECOND, SCOPES);
    }

    /** One for each of the clients that one subject has authorized. */
    public static Shape clientsOfOneSubject(long clients) {
        return new Shape("l" + clients, clients, clients, clients, Duration.ZERO, MILLISECOND, SCOPES);
    }

    /**
     * Issued {@value #EXPIRING_A_SECOND} a second.
     *
     * @param in from when on, counted from when they begin to be added, the last of them can be reclaimed
     */
    public static Shape expiring(String name, long tokens, Duration in) {
        return new Shape(
                name,
                tokens,
                Math.max(1, tokens / 2),
                2,
                LIFE.minus(in),
                Duration.ofSeconds(1).dividedBy(EXPIRING_A_SECOND),
                SCOPES);
    }

    /** Issued so long ago that the access tokens have expired, and the refresh tokens have not. */
    public static Shape expired(String name, long tokens) {
        return new Shape(name, tokens, Math.max(1, tokens / 2), 2, Duration.ofDays(2), MILLISECOND, SCOPES);
    }

    /** The subject of a pair. */
    public String subject(long pair) {
        return "%s-%09d".formatted(name, pair / clientsOfSubject);
    }

    /** An access token: 64 characters, as one of Grantkeep has. */
    public String accessToken(long i) {
        String start = "%s-%010d".formatted(name, i);
        return start + "x".repeat(64 - start.length());
    }

    /** An authorization code of one of the pairs: 43 characters, as one of Grantkeep has. */
    public String code(long i) {
        return accessToken(i).substring(0, 43);
    }
}
