package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.application.port.in.exchange.TokenRefusal;

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
    public static final ResultCode REISSUED = of("A347001", "The ID token was reissued successfully.");
    public static final ResultCode REISSUE_INVALID = of("A347201", "%s");
    public static final ResultCode REISSUED_BESIDE_ANOTHER =
            of("A347202", "The value of 'refreshToken' is not the refresh token beside the access token.");
    public static final ResultCode NOT_REISSUABLE = of("A347203", "The service's 'idTokenReissuable' is not true.");
    public static final ResultCode REISSUE_IMPOSSIBLE = of("A347204", "An ID token cannot be made. %s");
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
        return of(why.wording().resultCode(), why.wording().pattern());
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
