package dev.grantkeep.application.document;

/**
 * What Grantkeep refuses as a whole, or does not offer. A member that restricts only such a thing is kept without
 * harm: there is nothing that it could fail to restrict. Whoever gives one of these looks at the members that name it.
 */
enum Absent {
    /** ID tokens: the scope {@code openid} and response types with {@code id_token} are refused. */
    ID_TOKENS,
    /** The endpoint of OpenID Connect Core section 5.3. */
    USER_INFO,
    /** The parameters {@code request} and {@code request_uri} are refused (RFC 9101). */
    REQUEST_OBJECTS,
    /** Pushed authorization requests, RFC 9126: the endpoint does not exist. */
    PUSHED_REQUESTS,
    /** Responses as JWT: their response modes are refused. */
    SIGNED_AUTHORIZATION_RESPONSES,
    /** Authentication of clients by an assertion, RFC 7523: the methods are refused. */
    CLIENT_ASSERTIONS,
    /** Authentication of clients by a certificate, RFC 8705 section 2: the methods are refused. */
    CLIENT_CERTIFICATES,
    /** Certificate-bound tokens, RFC 8705 section 3: a client that demands them gets none. */
    CERTIFICATE_BOUND_TOKENS,
    /** Authentication of clients by an attestation: the method is refused. */
    CLIENT_ATTESTATION,
    /** DPoP, RFC 9449: no token is bound to a key. */
    DPOP,
    /** Signatures of HTTP messages, RFC 9421. */
    HTTP_SIGNATURES,
    /** Introspection that answers with a JWT, RFC 9701. */
    SIGNED_INTROSPECTION,
    /** The grant type is refused, and its endpoints do not exist. */
    CIBA,
    /** The grant type is refused, RFC 8628. */
    DEVICE_FLOW,
    /** The grant type is refused, RFC 8693. */
    TOKEN_EXCHANGE,
    /** The grant type is refused, RFC 7523. */
    JWT_GRANT,
    /** Clients that register themselves, RFC 7591. */
    DYNAMIC_REGISTRATION,
    /** Clients that are known by a document at their id. */
    CLIENT_ID_METADATA_DOCUMENTS,
    /** OpenID Federation. */
    FEDERATION,
    /** OpenID for Verifiable Credential Issuance. */
    VERIFIABLE_CREDENTIALS,
    /** Claims of OpenID Connect for Identity Assurance. */
    IDENTITY_ASSURANCE,
    /** Logout of OpenID Connect. */
    LOGOUT,
    /** Tokens that apps of one device share: no token is made for it. */
    NATIVE_SSO,
    /** Keys in a hardware module: nothing is signed. */
    HARDWARE_KEYS,
    /** Tokens that are made in batches. */
    BATCHES,
    /** Grant Management: requests for it are refused. */
    GRANT_MANAGEMENT,
    /** Endpoints that the service itself would offer to clients and users, and logins by social networks. */
    DIRECT_ENDPOINTS
}
