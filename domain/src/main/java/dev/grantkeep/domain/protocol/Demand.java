package dev.grantkeep.domain.protocol;

/**
 * A protection that a service, a client or a scope can demand and that Grantkeep does not give yet. Where one is
 * demanded, the calls it concerns are refused: a protection is never quietly left out. Stored by name.
 */
public enum Demand {
    /** Sender-constrained tokens by DPoP, RFC 9449. */
    DPOP("dpopRequired"),
    /** Certificate-bound access tokens, RFC 8705. */
    CERTIFICATE_BOUND_TOKENS("tlsClientCertificateBoundAccessTokens"),
    /** The profiles of FAPI 1 and 2, of a service or a client. */
    FAPI("fapiModes"),
    /** The profiles of FAPI, of a scope. */
    FAPI_SCOPE("fapi"),
    /** The second generation of the profiles of FAPI, of a scope. */
    FAPI2_SCOPE("fapi2"),
    /** OpenID4VC High Assurance Interoperability Profile, of a service or a client. */
    HAIP("haipVersion"),
    /** The same, of a scope. */
    HAIP_SCOPE("haip"),
    /** Grant Management for OAuth 2.0. */
    GRANT_MANAGEMENT("grantManagementActionRequired"),
    /** HTTP message signatures (RFC 9421) of requests to a resource server. */
    SIGNED_RESOURCE_REQUESTS("rsRequestSigned"),
    /** HTTP message signatures (RFC 9421) of a resource server's responses. */
    SIGNED_RESOURCE_RESPONSES("rsResponseSigned");

    private final String member;

    Demand(String member) {
        this.member = member;
    }

    /** The member of the service or the client, or the attribute of the scope, that demands it. */
    public String member() {
        return member;
    }
}
