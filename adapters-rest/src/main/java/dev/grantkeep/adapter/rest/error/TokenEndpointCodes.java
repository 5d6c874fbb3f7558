package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.application.port.in.flow.TokenRefusal;

/**
 * Result codes of {@code auth/token} (047 the request, 050 codes, 051 scopes and resources, 052 client credentials, 053
 * refresh tokens) and of {@code auth/revocation} (113); both share client authentication (157).
 */
public final class TokenEndpointCodes {
    public static final ResultCode ISSUED =
            of("A050001", "The token request (grant_type=%s) was processed successfully.");
    public static final ResultCode NO_PARAMETERS =
            of("A047201", "The token request from the service does not contain 'parameters' parameter.");
    public static final ResultCode VALUE_INVALID = of("A047202", "%s");
    public static final ResultCode MALFORMED_PARAMETERS =
            of("A047307", "The token request is not well-formed application/x-www-form-urlencoded in UTF-8.");
    public static final ResultCode NOT_SUPPORTED_YET = of("A047308", "%s");
    public static final ResultCode REVOKED = of("A113001", "The token has been revoked successfully.");
    public static final ResultCode NO_REVOCATION_PARAMETERS =
            of("A113201", "The revocation request from the service does not contain 'parameters' parameter.");
    public static final ResultCode REVOCATION_INVALID = of("A113202", "%s");
    public static final ResultCode MALFORMED_REVOCATION =
            of("A113303", "The revocation request is not well-formed application/x-www-form-urlencoded in UTF-8.");
    public static final ResultCode MALFORMED_CALLBACK =
            of("A113304", "The value of 'callback' is not the name of a JavaScript function.");
    public static final ResultCode REVOCATION_NOT_SUPPORTED_YET = of("A113305", "%s");

    private TokenEndpointCodes() {}

    /** The refusal's code; its pattern may take what the refusal is about. */
    public static ResultCode of(TokenRefusal why) {
        return switch (why) {
            case PARAMETER_REPEATED -> of("A047301", "The request contains the parameter '%s' more than once.");
            case NO_GRANT_TYPE -> of("A047302", "The token request does not contain 'grant_type' parameter.");
            case UNKNOWN_GRANT_TYPE -> of("A047303", "The grant type '%s' is unknown.");
            case UNSUPPORTED_GRANT_TYPE -> of("A047304", "The grant type '%s' is not supported.");
            case GRANT_TYPE_NOT_ALLOWED -> of("A047305", "The grant type '%s' is not allowed for the client.");
            case DEMAND_NOT_MET -> of("A047306", "The service or the client demands what is not supported yet (%s).");
            case PARAMETER_NOT_SUPPORTED ->
                of("A047309", "The token request contains '%s': what it asks for is not supported yet.");
            case NO_CODE -> of("A050301", "The token request does not contain 'code' parameter.");
            case UNKNOWN_CODE -> of("A050305", "No such authorization code.");
            case EXPIRED_CODE -> of("A050306", "The authorization code has expired.");
            case CODE_OF_ANOTHER_CLIENT -> of("A050307", "The authorization code was issued to another client.");
            case NO_REDIRECT_URI ->
                of(
                        "A050308",
                        "The token request does not contain 'redirect_uri' although the authorization request did.");
            case REDIRECT_URI_MISMATCH ->
                of(
                        "A050309",
                        "The redirect URI contained in the token request does not match the one"
                                + " which was specified when the authorization code was created.");
            case NO_CODE_VERIFIER ->
                of(
                        "A050312",
                        "The token request does not contain 'code_verifier'"
                                + " although the authorization code was created with 'code_challenge'.");
            case WRONG_CODE_VERIFIER ->
                of("A050315", "The value of 'code_verifier' does not match the code challenge.");
            case UNEXPECTED_CODE_VERIFIER ->
                of(
                        "A050317",
                        "The token request contains 'code_verifier'"
                                + " although the authorization code was created without 'code_challenge'.");
            case VALUE_TAKEN -> of("A050201", "The value of 'accessToken' is that of another access token.");
            case PROPERTIES_TOO_LARGE ->
                of("A050202", "The properties of the token and those of the request together are too large.");
            case MALFORMED_SCOPE -> of("A051301", "The value of 'scope' is malformed.");
            case EXCESSIVE_SCOPE -> of("A051302", "The token request asks for scopes that were not granted (%s).");
            case SCOPE_REQUIRED ->
                of(
                        "A051303",
                        "The service requires scopes, and the token request has none that the client may request.");
            case OPENID_NOT_SUPPORTED ->
                of("A051304", "The scope 'openid' needs an ID token, and ID tokens are not supported yet.");
            case MALFORMED_RESOURCE ->
                of("A051305", "A value of 'resource' is not an absolute URI without a fragment.");
            case EXCESSIVE_RESOURCE -> of("A051306", "A value of 'resource' is not among those that were granted.");
            case MALFORMED_AUTHORIZATION_DETAILS ->
                of("A051307", "The value of 'authorization_details' is not an array of objects that each have a type.");
            case AUTHORIZATION_DETAILS_TYPE_REFUSED ->
                of(
                        "A051308",
                        "An authorization details type is not supported by the service, or not allowed for the client.");
            case OTHER_AUTHORIZATION_DETAILS ->
                of("A051309", "The value of 'authorization_details' is not what was granted.");
            case PUBLIC_CLIENT ->
                of("A052301", "The grant type 'client_credentials' is for clients that authenticate with a secret.");
            case NO_REFRESH_TOKEN -> of("A053301", "The token request does not contain 'refresh_token' parameter.");
            case UNKNOWN_REFRESH_TOKEN ->
                of("A053305", "The refresh token passed to the token endpoint does not exist.");
            case EXPIRED_REFRESH_TOKEN -> of("A053306", "The refresh token passed to the token endpoint has expired.");
            case REFRESH_TOKEN_OF_ANOTHER_CLIENT ->
                of("A053307", "The refresh token passed to the token endpoint was issued to another client.");
            case REUSED_REFRESH_TOKEN ->
                of(
                        "A053308",
                        "The refresh token passed to the token endpoint does not exist:"
                                + " it was used before, and what it was exchanged for has been revoked.");
            case NO_CLIENT -> of("A157301", "The request does not identify its client.");
            case UNKNOWN_CLIENT -> of("A157302", "The client that the request identifies does not exist.");
            case WRONG_SECRET -> of("A157303", "The authentication of the client failed.");
            case AMBIGUOUS_CLIENT -> of("A157304", "The request identifies or authenticates its client in two ways.");
            case UNSUPPORTED_AUTH_METHOD -> of("A157305", "The client's authentication method is not supported.");
            case WRONG_AUTH_METHOD -> of("A157357", "The client identifier is not found at the expected location.");
            case NO_TOKEN -> of("A113301", "The revocation request does not contain 'token' parameter.");
            case TOKEN_OF_ANOTHER_CLIENT -> of("A113302", "The token was issued to another client.");
        };
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
