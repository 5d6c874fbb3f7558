package dev.grantkeep.domain.authorization;

/**
 * How a request came.
 *
 * @param pushed whether its client pushed it, and authenticated for that if it can (RFC 9126 section 2)
 */
public record RequestOrigin(boolean pushed) {
    /** By the user's browser alone. */
    public static final RequestOrigin BROWSER = new RequestOrigin(false);

    public static final RequestOrigin PUSHED = new RequestOrigin(true);
}
