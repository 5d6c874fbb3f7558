package dev.grantkeep.application.port.in.exchange;

/** Why a token request was refused, whatever its grant type. */
public enum TokenRequestRefusal implements TokenRefusal {
    PARAMETER_REPEATED("invalid_request", "A047301", "The request contains the parameter '%s' more than once."),
    NO_GRANT_TYPE("invalid_request", "A047302", "The token request does not contain 'grant_type' parameter."),
    UNKNOWN_GRANT_TYPE("unsupported_grant_type", "A047303", "The grant type '%s' is unknown."),
    /** The grant type exists, but the service or Grantkeep does not support it. */
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", "A047304", "The grant type '%s' is not supported."),
    /** The client may not use the grant type. */
    GRANT_TYPE_NOT_ALLOWED("unauthorized_client", "A047305", "The grant type '%s' is not allowed for the client."),
    /** A protection is demanded that Grantkeep does not give yet. */
    DEMAND_NOT_MET("invalid_request", "A047306", "The service or the client demands what is not supported yet (%s)."),
    /** A parameter asks for a protection that Grantkeep does not give yet. */
    PARAMETER_NOT_SUPPORTED(
            "invalid_request", "A047309", "The token request contains '%s': what it asks for is not supported yet."),
    MALFORMED_SCOPE("invalid_scope", "A051301", "The value of 'scope' is malformed."),
    EXCESSIVE_SCOPE("invalid_scope", "A051302", "The token request asks for scopes that were not granted (%s)."),
    SCOPE_REQUIRED(
            "invalid_scope",
            "A051303",
            "The service requires scopes, and the token request has none that the client may request."),
    MALFORMED_RESOURCE("invalid_target", "A051305", "A value of 'resource' is not an absolute URI without a fragment."),
    EXCESSIVE_RESOURCE("invalid_target", "A051306", "A value of 'resource' is not among those that were granted."),
    MALFORMED_AUTHORIZATION_DETAILS(
            "invalid_authorization_details",
            "A051307",
            "The value of 'authorization_details' is not an array of objects that each have a type."),
    /** The service does not know a type, or the client may not use it. */
    AUTHORIZATION_DETAILS_TYPE_REFUSED(
            "invalid_authorization_details",
            "A051308",
            "An authorization details type is not supported by the service, or not allowed for the client."),
    /** One is not what the schema of its type demands. */
    AUTHORIZATION_DETAILS_UNFIT(
            "invalid_authorization_details",
            "A051312",
            "The authorization details do not fit the schema of their type. %s"),
    /** A code or refresh token is for other authorization details. */
    OTHER_AUTHORIZATION_DETAILS(
            "invalid_authorization_details",
            "A051309",
            "The value of 'authorization_details' is not what was granted."),
    /** A refresh token that was just used came again, but not with the same request. */
    DIFFERS_IN_SCOPE(
            "invalid_scope", "A051310", "The refresh token was just used, and the request asks for other scopes now."),
    DIFFERS_IN_RESOURCE(
            "invalid_target",
            "A051311",
            "The refresh token was just used, and the request asks for other target resources now."),
    /** With those that the authorization server adds, the properties are over their limit. */
    PROPERTIES_TOO_LARGE(
            "server_error", "A050202", "The properties of the token and those of the request together are too large."),
    /** The service wants JWTs, and a setting for them is wrong; the code or refresh token stays good. */
    ACCESS_TOKEN_IMPOSSIBLE("server_error", "A050204", "An access token cannot be made. %s"),
    /** The access token that the authorization server chose is in use. */
    VALUE_TAKEN("server_error", "A050201", "The value of 'accessToken' is that of another access token.");

    private final Wording wording;

    TokenRequestRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
