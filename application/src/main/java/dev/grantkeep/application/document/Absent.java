package dev.grantkeep.application.document;

/**
 * What Grantkeep refuses as a whole, or does not offer. A member that restricts only such a thing is kept without
 * harm: there is nothing that it could fail to restrict. Whoever gives one of these looks at the members that name it.
 */
enum Absent {
    /** ID tokens: the scope {@code openid} and response types with {@code id_token} are refused. */
    ID_TOKENS("ID tokens"),
    /** The profiles of FAPI: who demands one gets nothing. */
    FAPI("the profiles of FAPI"),
    /** Authentication of clients by a SPIFFE identity: the method is refused. */
    SPIFFE("client authentication by SPIFFE"),
    /** Authentication of clients by a certificate, RFC 8705 section 2: the methods are refused. */
    CLIENT_CERTIFICATES("client authentication by certificates"),
    /** Certificate-bound tokens, RFC 8705 section 3: a client that demands them gets none. */
    CERTIFICATE_BOUND_TOKENS("certificate-bound tokens"),
    /** Authentication of clients by an attestation: the method is refused. */
    CLIENT_ATTESTATION("client authentication by attestation"),
    /** DPoP, RFC 9449: no token is bound to a key. */
    DPOP("DPoP"),
    /** Signatures of HTTP messages, RFC 9421. */
    HTTP_SIGNATURES("signed HTTP messages"),
    /** Introspection that answers with a JWT, RFC 9701. */
    SIGNED_INTROSPECTION("introspection that answers with a JWT"),
    /** The grant type is refused, and its endpoints do not exist. */
    CIBA("CIBA"),
    /** The grant type is refused, RFC 8693. */
    TOKEN_EXCHANGE("token exchange"),
    /** The grant type is refused, RFC 7523. */
    JWT_GRANT("the JWT bearer grant"),
    /** Clients that register themselves, RFC 7591. */
    DYNAMIC_REGISTRATION("dynamic client registration"),
    /** Clients that are known by a document at their id. */
    CLIENT_ID_METADATA_DOCUMENTS("client ID metadata documents"),
    /** OpenID Federation. */
    FEDERATION("OpenID Federation"),
    /** OpenID for Verifiable Credential Issuance. */
    VERIFIABLE_CREDENTIALS("verifiable credentials"),
    /** Claims of OpenID Connect for Identity Assurance. */
    IDENTITY_ASSURANCE("identity assurance"),
    /** Logout of OpenID Connect. */
    LOGOUT("logout"),
    /** Tokens that apps of one device share: no token is made for it. */
    NATIVE_SSO("native SSO"),
    /** Keys in a hardware module: nothing is signed. */
    HARDWARE_KEYS("keys in a hardware module"),
    /** Tokens that are made in batches. */
    BATCHES("token batches"),
    /** Grant Management: requests for it are refused. */
    GRANT_MANAGEMENT("grant management"),
    /** Endpoints that the service itself would offer to clients and users, and logins by social networks. */
    DIRECT_ENDPOINTS("direct endpoints");

    private final String title;

    Absent(String title) {
        this.title = title;
    }

    /** As the page on settings names it. */
    String title() {
        return title;
    }
}
