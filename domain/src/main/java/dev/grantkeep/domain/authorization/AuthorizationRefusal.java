package dev.grantkeep.domain.authorization;

/** Why an authorization request was refused, each with its OAuth error (RFC 6749 section 4.1.2.1). */
public enum AuthorizationRefusal {
    PARAMETER_REPEATED("invalid_request"),
    NO_CLIENT_ID("invalid_request"),
    UNKNOWN_CLIENT("invalid_request"),
    NO_REDIRECT_URI("invalid_request"),
    /** Who asks for {@code openid} names the URI (OpenID Connect Core section 3.1.2.1). */
    OPENID_REDIRECT_URI_MISSING("invalid_request"),
    REDIRECT_URI_NOT_REGISTERED("invalid_request"),
    NO_RESPONSE_TYPE("invalid_request"),
    UNKNOWN_RESPONSE_TYPE("unsupported_response_type"),
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type"),
    RESPONSE_TYPE_NOT_ALLOWED("unauthorized_client"),
    GRANT_TYPE_NOT_ALLOWED("unauthorized_client"),
    /** An ID token is for who asks for {@code openid} (OpenID Connect Core section 3.2.2.1). */
    OPENID_SCOPE_MISSING("invalid_request"),
    /** An ID token from the authorization endpoint answers one (OpenID Connect Core sections 3.2.2.1 and 3.3.2.11). */
    NONCE_REQUIRED("invalid_request"),
    /** An ID token from the authorization endpoint has to be signed (OpenID Connect Core section 2). */
    UNSIGNED_ID_TOKEN("unauthorized_client"),
    RESPONSE_MODE_INVALID("invalid_request"),
    /** A response that is a JWT is signed, and the client is not registered for a signature (JARM section 3). */
    RESPONSE_NOT_SIGNED("invalid_request"),
    /** No response can be made as the client wants it: keys or settings are missing. It is told nothing instead. */
    RESPONSE_IMPOSSIBLE("server_error"),
    /** The service or the client takes no request without an object (RFC 9101 section 10.5). */
    REQUEST_OBJECT_REQUIRED("invalid_request"),
    /** One in the request and one elsewhere (RFC 9101 section 5). */
    TWO_REQUEST_OBJECTS("invalid_request"),
    REQUEST_OBJECT_MALFORMED("invalid_request_object"),
    REQUEST_OBJECT_NOT_ENCRYPTED("invalid_request_object"),
    REQUEST_OBJECT_UNDECIPHERABLE("invalid_request_object"),
    REQUEST_OBJECT_NOT_SIGNED("invalid_request_object"),
    REQUEST_OBJECT_ALGORITHM("invalid_request_object"),
    REQUEST_OBJECT_NO_KEYS("invalid_request_object"),
    REQUEST_OBJECT_SIGNATURE("invalid_request_object"),
    /** See {@link RequestObjectFault}. */
    REQUEST_OBJECT_INVALID("invalid_request_object"),
    /** An object carries no other (RFC 9101 section 4). */
    REQUEST_OBJECT_NESTED("invalid_request_object"),
    REQUEST_OBJECT_PARAMETER_MALFORMED("invalid_request_object"),
    /** What stands beside the object says something else (RFC 9101 section 6.3). */
    REQUEST_OBJECT_CONTRADICTED("invalid_request"),
    /** OAuth 2.0 needs the parameter beside the object (OpenID Connect Core section 6.1). */
    MISSING_BESIDE_REQUEST_OBJECT("invalid_request"),
    REQUEST_URI_UNREACHABLE("invalid_request_uri"),
    /** The fragment is the hash of something else (OpenID Connect Core section 6.2). */
    REQUEST_URI_OTHER_CONTENT("invalid_request_uri"),
    /** Of this client only requests that it pushed are taken (RFC 9126 sections 5 and 6). */
    PUSHED_REQUEST_REQUIRED("invalid_request"),
    /**
     * Where the client is not registered to have its request objects, or a handle of a pushed request that is unknown, used,
     * expired or another client's (RFC 9126 section 2.2).
     */
    REQUEST_URI_INVALID("invalid_request_uri"),
    /** What is pushed is the request, not a reference to one (RFC 9126 section 2.1). */
    REQUEST_URI_PUSHED("invalid_request"),
    /** A client cannot describe itself in a request (OpenID Connect Core section 7.2.1). */
    REGISTRATION_NOT_SUPPORTED("registration_not_supported"),
    /** A protection is demanded that Grantkeep does not give yet. */
    DEMAND_NOT_MET("invalid_request"),
    /** A parameter asks for a protection that Grantkeep does not give yet. */
    PARAMETER_NOT_SUPPORTED("invalid_request"),
    CLAIMS_MALFORMED("invalid_request"),
    /** OpenID Connect Core Error Code unmet_authentication_requirements 1.0. */
    ACR_NOT_SUPPORTED("unmet_authentication_requirements"),
    RESPONSE_MODE_NOT_ALLOWED("invalid_request"),
    LOGIN_REQUIRED("login_required"),
    MALFORMED_SCOPE("invalid_scope"),
    SCOPE_REQUIRED("invalid_scope"),
    CODE_CHALLENGE_REQUIRED("invalid_request"),
    CODE_CHALLENGE_MALFORMED("invalid_request"),
    CODE_CHALLENGE_METHOD_UNKNOWN("invalid_request"),
    CODE_CHALLENGE_S256_REQUIRED("invalid_request"),
    PROMPT_INVALID("invalid_request"),
    DISPLAY_INVALID("invalid_request"),
    /** It is no ID token that the service signed for the client (OpenID Connect Core section 3.1.2.1). */
    ID_TOKEN_HINT_INVALID("invalid_request"),
    MAX_AGE_INVALID("invalid_request"),
    RESOURCE_NOT_ABSOLUTE("invalid_target"),
    RESOURCE_WITH_FRAGMENT("invalid_target"),
    AUTHORIZATION_DETAILS_MALFORMED("invalid_authorization_details"),
    /** The service does not know the type, or the client may not use it. */
    AUTHORIZATION_DETAILS_TYPE_REFUSED("invalid_authorization_details"),
    /** One is not what the schema of its type demands. */
    AUTHORIZATION_DETAILS_UNFIT("invalid_authorization_details");

    private final String error;

    AuthorizationRefusal(String error) {
        this.error = error;
    }

    /** The value of {@code error}. */
    public String error() {
        return error;
    }
}
