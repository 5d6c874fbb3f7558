package dev.grantkeep.application.port.in.flow;

/** Why a client's request at the token or revocation endpoint was refused, each with its OAuth error (RFC 6749 5.2). */
public enum TokenRefusal {
    PARAMETER_REPEATED("invalid_request"),
    NO_GRANT_TYPE("invalid_request"),
    UNKNOWN_GRANT_TYPE("unsupported_grant_type"),
    /** The grant type exists, but the service or Grantkeep does not support it. */
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type"),
    /** The client may not use the grant type. */
    GRANT_TYPE_NOT_ALLOWED("unauthorized_client"),
    NO_CLIENT("invalid_client"),
    UNKNOWN_CLIENT("invalid_client"),
    /** Two different ids, or two ways of authentication at once. */
    AMBIGUOUS_CLIENT("invalid_request"),
    /** The credential came by another way than the client's method says. */
    WRONG_AUTH_METHOD("invalid_client"),
    WRONG_SECRET("invalid_client"),
    /** The client's method is one that Grantkeep does not check, or that the service does not support. */
    UNSUPPORTED_AUTH_METHOD("invalid_client"),
    /** client_credentials by a client that cannot keep a secret (RFC 6749 section 4.4). */
    PUBLIC_CLIENT("unauthorized_client"),
    /** A protection is demanded that Grantkeep does not give yet. */
    DEMAND_NOT_MET("invalid_request"),
    /** A parameter asks for a protection that Grantkeep does not give yet. */
    PARAMETER_NOT_SUPPORTED("invalid_request"),
    NO_CODE("invalid_request"),
    UNKNOWN_CODE("invalid_grant"),
    EXPIRED_CODE("invalid_grant"),
    CODE_OF_ANOTHER_CLIENT("invalid_grant"),
    NO_REDIRECT_URI("invalid_grant"),
    REDIRECT_URI_MISMATCH("invalid_grant"),
    NO_CODE_VERIFIER("invalid_grant"),
    WRONG_CODE_VERIFIER("invalid_grant"),
    UNEXPECTED_CODE_VERIFIER("invalid_grant"),
    NO_REFRESH_TOKEN("invalid_request"),
    UNKNOWN_REFRESH_TOKEN("invalid_grant"),
    EXPIRED_REFRESH_TOKEN("invalid_grant"),
    REFRESH_TOKEN_OF_ANOTHER_CLIENT("invalid_grant"),
    /** A rotated refresh token came again; its record has ended. */
    REUSED_REFRESH_TOKEN("invalid_grant"),
    MALFORMED_SCOPE("invalid_scope"),
    EXCESSIVE_SCOPE("invalid_scope"),
    SCOPE_REQUIRED("invalid_scope"),
    /** The scope openid needs an ID token, which Grantkeep does not make yet. */
    OPENID_NOT_SUPPORTED("invalid_scope"),
    MALFORMED_RESOURCE("invalid_target"),
    EXCESSIVE_RESOURCE("invalid_target"),
    MALFORMED_AUTHORIZATION_DETAILS("invalid_authorization_details"),
    /** The service does not know a type, or the client may not use it. */
    AUTHORIZATION_DETAILS_TYPE_REFUSED("invalid_authorization_details"),
    /** A code or refresh token is for other authorization details. */
    OTHER_AUTHORIZATION_DETAILS("invalid_authorization_details"),
    NO_TOKEN("invalid_request"),
    TOKEN_OF_ANOTHER_CLIENT("invalid_request"),
    /** With those that the authorization server adds, the properties are over their limit. */
    PROPERTIES_TOO_LARGE("server_error"),
    /** The access token that the authorization server chose is in use. */
    VALUE_TAKEN("server_error");

    private final String error;

    TokenRefusal(String error) {
        this.error = error;
    }

    /** The value of {@code error}. */
    public String error() {
        return error;
    }
}
