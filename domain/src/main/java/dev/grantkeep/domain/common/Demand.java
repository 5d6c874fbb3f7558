package dev.grantkeep.domain.common;

/**
 * A protection that a service or client can demand and that Grantkeep does not give yet. Where one is demanded, the
 * calls it concerns are refused: a protection is never quietly left out.
 */
public enum Demand {
    /** Pushed authorization requests, RFC 9126. */
    PUSHED_AUTHORIZATION_REQUEST,
    /** Request objects, RFC 9101. */
    REQUEST_OBJECT,
    /** Sender-constrained tokens by DPoP, RFC 9449. */
    DPOP,
    /** Certificate-bound access tokens, RFC 8705. */
    CERTIFICATE_BOUND_TOKENS,
    /** Access tokens as JWT, RFC 9068. */
    JWT_ACCESS_TOKENS
}
