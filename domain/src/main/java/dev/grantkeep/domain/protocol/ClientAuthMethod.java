package dev.grantkeep.domain.protocol;

/** How a client authenticates at the token endpoint (RFC 7591 section 2, token_endpoint_auth_method). */
public enum ClientAuthMethod {
    NONE,
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    CLIENT_SECRET_JWT,
    PRIVATE_KEY_JWT,
    TLS_CLIENT_AUTH,
    SELF_SIGNED_TLS_CLIENT_AUTH,
    ATTEST_JWT_CLIENT_AUTH,
    SPIFFE_JWT
}
