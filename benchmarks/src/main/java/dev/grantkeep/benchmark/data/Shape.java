package dev.grantkeep.benchmark.data;

/**
 * A set of rows that are made at once.
 *
 * @param name short; no two sets of a database have the same
 * @param tokens how many
 * @param pairs over how many pairs of client and subject they are spread
 * @param clientsOfSubject how many clients each subject has authorized
 * @param age how long ago the newest was issued, as an SQL interval; access tokens live one day, refresh tokens ten
 */
public record Shape(String name, long tokens, long pairs, long clientsOfSubject, String age) {
    /** The tokens that the load is about: two in each pair, two clients for each subject. */
    public static Shape bulk(long tokens) {
        return new Shape("a", tokens, Math.max(1, tokens / 2), 2, "0 s");
    }

    /** All of one pair. */
    public static Shape pair(long tokens) {
        return new Shape("p" + tokens, tokens, 1, 1, "0 s");
    }

    /** One for each of the clients that one subject has authorized. */
    public static Shape clientsOfOneSubject(long clients) {
        return new Shape("l" + clients, clients, clients, clients, "0 s");
    }

    /** Expired ones, waiting to be reclaimed. */
    public static Shape expired(String name, long tokens) {
        return new Shape(name, tokens, Math.max(1, tokens / 2), 2, "20 days");
    }

    /** The subject of a pair, as the scripts name it. */
    public String subject(long pair) {
        return "%s-%09d".formatted(name, pair / clientsOfSubject);
    }

    /** An access token, as {@code benchmark_access} makes it. */
    public String accessToken(long i) {
        String start = "%s-%010d".formatted(name, i);
        return start + "x".repeat(43 - start.length());
    }
}
