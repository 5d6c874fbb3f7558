package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.domain.authorization.AuthorizationRefusal;

/** Result codes of {@code auth/authorization}: 004 the call; 005, 008 to 011, 124, 249 and 251 the client's request. */
public final class AuthorizationCodes {
    public static final ResultCode TICKET_ISSUED = of(
            "A004001",
            "Authlete has successfully issued a ticket to the service (API Key = %s) for the authorization request from"
                    + " the client (ID = %s). [response_type=%s, openid=%s]");
    public static final ResultCode NO_PARAMETERS =
            of("A004201", "The authorization request from the service does not contain 'parameters' parameter.");
    public static final ResultCode VALUE_INVALID = of("A004202", "%s");
    public static final ResultCode MALFORMED_PARAMETERS =
            of("A004301", "The authorization request is not well-formed application/x-www-form-urlencoded in UTF-8.");

    private AuthorizationCodes() {}

    /** The refusal's code; its pattern may take what the refusal is about. */
    public static ResultCode of(AuthorizationRefusal why) {
        return switch (why) {
            case PARAMETER_REPEATED ->
                of("A009302", "The authorization request contains the parameter '%s' more than once.");
            case NO_CLIENT_ID -> of("A010301", "The authorization request does not contain 'client_id' parameter.");
            case UNKNOWN_CLIENT -> of("A010302", "The client that 'client_id' names (%s) does not exist.");
            case NO_REDIRECT_URI ->
                of(
                        "A011301",
                        "The authorization request does not contain 'redirect_uri' parameter,"
                                + " and the client does not have exactly one redirect URI.");
            case OPENID_REDIRECT_URI_MISSING ->
                of(
                        "A011302",
                        "The authorization request does not contain 'redirect_uri' parameter,"
                                + " which it needs because 'scope' contains 'openid'.");
            case REDIRECT_URI_NOT_REGISTERED -> of("A011304", "The value of 'redirect_uri' (%s) is not registered.");
            case NO_RESPONSE_TYPE ->
                of("A009301", "The authorization request does not contain 'response_type' parameter.");
            case UNKNOWN_RESPONSE_TYPE -> of("A009304", "The response type '%s' is unknown.");
            case UNSUPPORTED_RESPONSE_TYPE -> of("A009305", "The response type '%s' is not supported by this service.");
            case RESPONSE_TYPE_NOT_ALLOWED -> of("A009306", "The response type '%s' is not allowed for the client.");
            case GRANT_TYPE_NOT_ALLOWED ->
                of(
                        "A009307",
                        "The response type needs the grant type '%s',"
                                + " which is not supported by the service or not allowed for the client.");
            case OPENID_SCOPE_MISSING ->
                of(
                        "A004302",
                        "The value of 'response_type' (%s) is not allowed when 'scope' does not contain 'openid'.");
            case NONCE_REQUIRED ->
                of("A009308", "The response type needs 'nonce' parameter, which the authorization request lacks.");
            case UNSIGNED_ID_TOKEN ->
                of(
                        "A009309",
                        "The response type needs an ID token that is signed,"
                                + " and the client is registered for one without a signature.");
            case RESPONSE_MODE_INVALID ->
                of("A009310", "The value of 'response_mode' is not supported, or not for this response type.");
            case RESPONSE_NOT_SIGNED ->
                of(
                        "A012305",
                        "The value of 'response_mode' asks for a response that is a JWT,"
                                + " and the client has no algorithm for its signature ('authorizationSignAlg').");
            case RESPONSE_IMPOSSIBLE -> of("A012306", "A response to the client cannot be made as it wants it. %s");
            case DEMAND_NOT_MET -> of("A009311", "The service or the client demands what is not supported yet (%s).");
            case MALFORMED_SCOPE -> of("A009312", "The value of 'scope' is malformed.");
            case SCOPE_REQUIRED ->
                of(
                        "A009313",
                        "The service requires scopes,"
                                + " and the authorization request has none that the client may request.");
            case PROMPT_INVALID -> of("A009314", "The value of 'prompt' is not valid.");
            case DISPLAY_INVALID -> of("A009315", "The value of 'display' is not valid.");
            case MAX_AGE_INVALID -> of("A009316", "The value of 'max_age' is not valid.");
            case ID_TOKEN_HINT_INVALID ->
                of("A009322", "The value of 'id_token_hint' is not an ID token that this service signed.");
            case PARAMETER_NOT_SUPPORTED ->
                of("A009317", "The authorization request contains '%s': what it asks for is not supported yet.");
            case CLAIMS_MALFORMED -> of("A009318", "The value of 'claims' is not valid.");
            case ACR_NOT_SUPPORTED ->
                of("A021303", "The service has none of the authentication contexts that are essential (%s).");
            case RESPONSE_MODE_NOT_ALLOWED -> of("A009319", "The response mode '%s' is not allowed for the client.");
            case LOGIN_REQUIRED ->
                of(
                        "A009320",
                        "The authorization request asks for a new login ('max_age' is 0) and forbids pages for it.");
            case REGISTRATION_NOT_SUPPORTED ->
                of(
                        "A009321",
                        "The authorization request contains 'registration': clients do not describe themselves in requests.");
            case PUSHED_REQUEST_REQUIRED ->
                of(
                        "A009323",
                        "The service or the client requires requests that were pushed ('parRequired'),"
                                + " and the authorization request does not name one.");
            case REQUEST_URI_INVALID -> of("A008303", "The value of 'request_uri' parameter is not registered.");
            case REQUEST_URI_PUSHED ->
                of("A245302", "The pushed authorization request contains 'request_uri' parameter.");
            case REQUEST_OBJECT_MALFORMED -> of("A005301", "The request object %s.");
            case REQUEST_OBJECT_NOT_ENCRYPTED ->
                of("A005302", "The request object is not encrypted, which the service or the client requires.");
            case REQUEST_OBJECT_UNDECIPHERABLE -> of("A005303", "The encrypted request object %s.");
            case REQUEST_OBJECT_NESTED ->
                of("A005304", "The request object contains '%s', which it must not (RFC 9101 section 4).");
            case REQUEST_OBJECT_PARAMETER_MALFORMED ->
                of("A005305", "The request object contains '%s' of a type that it cannot be of.");
            case REQUEST_OBJECT_INVALID -> of("A005306", "The request object %s.");
            case REQUEST_OBJECT_NO_KEYS -> of("A005307", "The request object cannot be verified: %s");
            case REQUEST_OBJECT_SIGNATURE -> of("A005328", "The request object %s.");
            case REQUEST_OBJECT_ALGORITHM ->
                of(
                        "A005336",
                        "The algorithm by which the request object is signed is not the one that the client is registered"
                                + " with, or none that is supported for it.");
            case TWO_REQUEST_OBJECTS ->
                of("A008301", "The authorization request contains both 'request' and 'request_uri'.");
            case REQUEST_OBJECT_REQUIRED ->
                of(
                        "A008302",
                        "The service or the client requires a request object ('requestObjectRequired'),"
                                + " which the authorization request lacks.");
            case REQUEST_URI_UNREACHABLE -> of("A008304", "There is no request object at 'request_uri'. %s");
            case REQUEST_URI_OTHER_CONTENT ->
                of("A008305", "The fragment of 'request_uri' (%s) is not the SHA-256 of what is there.");
            case MISSING_BESIDE_REQUEST_OBJECT ->
                of(
                        "A008306",
                        "The authorization request does not contain '%s' (or 'openid' in it) beside the request object,"
                                + " which OpenID Connect Core section 6.1 wants.");
            case REQUEST_OBJECT_CONTRADICTED ->
                of("A008307", "The value of '%s' is not the same in the request object and beside it.");
            case REQUEST_OBJECT_NOT_SIGNED -> of("A008311", "The request object is not signed.");
            case CODE_CHALLENGE_REQUIRED ->
                of("A124301", "The authorization request does not contain 'code_challenge' parameter, which it needs.");
            case CODE_CHALLENGE_MALFORMED ->
                of("A124302", "The value of 'code_challenge' is not 43 to 128 unreserved characters.");
            case CODE_CHALLENGE_METHOD_UNKNOWN -> of("A124303", "The value of 'code_challenge_method' is unknown.");
            case CODE_CHALLENGE_S256_REQUIRED -> of("A124308", "The code challenge method 'S256' is required.");
            case RESOURCE_NOT_ABSOLUTE -> of("A251307", "The value of 'resource' (%s) is not an absolute URI.");
            case AUTHORIZATION_DETAILS_MALFORMED ->
                of("A249301", "The value of 'authorization_details' is not an array of objects that each have a type.");
            case AUTHORIZATION_DETAILS_TYPE_REFUSED ->
                of(
                        "A249302",
                        "The authorization details type '%s' is not supported by the service,"
                                + " or not allowed for the client.");
            case AUTHORIZATION_DETAILS_UNFIT ->
                of("A249303", "The authorization details do not fit the schema of their type. %s");
            case RESOURCE_WITH_FRAGMENT -> of("A251308", "The value of 'resource' (%s) has a fragment.");
        };
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
