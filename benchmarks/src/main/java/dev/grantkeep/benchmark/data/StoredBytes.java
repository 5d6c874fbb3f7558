package dev.grantkeep.benchmark.data;

import java.util.List;

/**
 * What is stored, in bytes on average, with everything that grows with it.
 *
 * @param token a token with its refresh token
 * @param grantHead a grant head
 * @param floorToken one of the floor's, which have no refresh token
 * @param parts what makes up a token's
 * @param atMost what a token's shall be at most; 0 if nobody said
 */
public record StoredBytes(double token, double grantHead, double floorToken, List<Part> parts, int atMost) {
    public StoredBytes {
        parts = List.copyOf(parts);
    }

    /**
     * A column, a field or an index.
     *
     * @param name as Markdown
     */
    public record Part(String name, double bytes, String purpose) {}
}
