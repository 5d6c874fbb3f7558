package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.adapter.rest.error.PasswordCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.error.UserInfoCodes;
import dev.grantkeep.adapter.rest.exchange.TokenFailReason;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.RevocationRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The token endpoint, introspection, revocation and userinfo. */
final class TokenCalls {
    private static final String POST = "POST";
    private static final String JWT_EXAMPLE = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln";
    private static final String VALUE_EXAMPLE = "rCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3eTWKJeRy0eS1U";

    private TokenCalls() {}

    static List<Operation> all() {
        return List.of(
                token(),
                issue(),
                fail(),
                reissue(),
                introspection(),
                standardIntrospection(),
                revocation(),
                userInfo(),
                userInfoIssue());
    }

    /** What the authentication of a client may fail for. */
    static Stream<ResultCode> authenticationRefusals() {
        return codes(AuthenticationRefusal.values());
    }

    private static Operation token() {
        return Operation.of(POST, "authToken", "/auth/token", "Answer a token request")
                .takes(
                        "TokenRequest",
                        Stream.concat(
                                        Fields.clientRequest().stream(),
                                        Stream.of(
                                                Fields.PROPERTIES,
                                                Fields.ACCESS_TOKEN_DURATION,
                                                Fields.REFRESH_TOKEN_DURATION,
                                                Fields.CHOSEN_ACCESS_TOKEN,
                                                Fields.JWT_CLAIMS))
                                .toList())
                .answers(Answer.actions(
                        "tokenResponse",
                        List.of(
                                Action.OK,
                                Action.ID_TOKEN_REISSUABLE,
                                Action.PASSWORD,
                                Action.BAD_REQUEST,
                                Action.INVALID_CLIENT,
                                Action.INTERNAL_SERVER_ERROR),
                        Stream.concat(
                                issued(),
                                Stream.of(
                                        Fields.text("username", "Whose password is to be checked.", "alice"),
                                        Fields.text("password", "The password that is to be checked.", "wonderland"),
                                        Fields.TICKET))))
                .aboutClient()
                .codes(
                        TokenEndpointCodes.ISSUED,
                        TokenEndpointCodes.NO_PARAMETERS,
                        TokenEndpointCodes.VALUE_INVALID,
                        TokenEndpointCodes.MALFORMED_PARAMETERS,
                        TokenEndpointCodes.NOT_SUPPORTED_YET,
                        PasswordCodes.ASKED)
                .codes(Arrays.stream(TokenRefusal.class.getPermittedSubclasses())
                        .filter(room -> room != RevocationRefusal.class)
                        .flatMap(room -> codes((TokenRefusal[]) room.getEnumConstants())));
    }

    private static Stream<Field> issued() {
        Stream<Field> tokens = Stream.of(
                Fields.RESPONSE_CONTENT,
                Fields.text("accessToken", "The access token.", VALUE_EXAMPLE),
                Fields.text("jwtAccessToken", "The access token as a JWT.", JWT_EXAMPLE),
                Field.of("accessTokenExpiresAt", Schema.instant("When the access token expires.")),
                Fields.text("idToken", "The ID token.", JWT_EXAMPLE),
                Field.of("accessTokenDuration", Schema.number("How long the access token lives, in seconds.")),
                Fields.text("refreshToken", "The refresh token.", "eTWKJeRy0eS1UrCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3"),
                Field.of("refreshTokenExpiresAt", Schema.instant("When the refresh token expires.")),
                Field.of("refreshTokenDuration", Schema.number("How long the refresh token lives, in seconds.")),
                Field.of("grantType", Schema.ref("GrantType")),
                Field.of("clientAuthMethod", Schema.ref("ClientAuthMethod")),
                Fields.SUBJECT,
                Fields.SCOPES,
                Fields.PROPERTIES,
                Fields.SESSION_ID,
                Field.of(
                        "previousRefreshTokenUsed",
                        Schema.flag("Whether a refresh token was presented that had been used before.")),
                Field.of("refreshTokenScopes", Schema.texts("The scopes of the refresh token."))
                        .only(Dialect.V3),
                Field.of("requestedIdTokenClaims", Schema.texts("Names of the claims that the ID token was to have."))
                        .only(Dialect.V3));
        return Stream.of(tokens, Fields.client(), Fields.targets(), Fields.attributes())
                .flatMap(part -> part);
    }

    private static Operation issue() {
        return Operation.of(POST, "authTokenIssue", "/auth/token/issue", "Say yes to a password (RFC 6749 section 4.3)")
                .takes(
                        "TokenIssueRequest",
                        Fields.TICKET.always(),
                        Fields.SUBJECT.always(),
                        Fields.PROPERTIES,
                        Fields.JWT_CLAIMS,
                        Fields.ACCESS_TOKEN_DURATION,
                        Fields.REFRESH_TOKEN_DURATION,
                        Fields.CHOSEN_ACCESS_TOKEN)
                .answers(Answer.actions(
                        "tokenIssueResponse", List.of(Action.OK, Action.INTERNAL_SERVER_ERROR), issued()))
                .aboutClient()
                .codes(
                        PasswordCodes.ISSUED,
                        PasswordCodes.ISSUE_INVALID,
                        PasswordCodes.TICKET_UNKNOWN,
                        PasswordCodes.VALUE_TAKEN,
                        PasswordCodes.CLIENT_GONE,
                        PasswordCodes.GRANT_TYPE_NOT_ALLOWED,
                        PasswordCodes.DEMAND_NOT_MET,
                        PasswordCodes.ACCESS_TOKEN_IMPOSSIBLE);
    }

    private static Operation fail() {
        return Operation.of(POST, "authTokenFail", "/auth/token/fail", "Say no to a password (RFC 6749 section 4.3)")
                .takes(
                        "TokenFailRequest",
                        Fields.TICKET.always(),
                        Field.of("reason", Schema.oneOf("Why.", TokenFailReason.class))
                                .always())
                .answers(Answer.actions(
                        "tokenFailResponse",
                        List.of(Action.BAD_REQUEST, Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT))
                .codes(PasswordCodes.FAIL_INVALID, PasswordCodes.FAILED_TICKET_UNKNOWN)
                .codes(Arrays.stream(TokenFailReason.values()).map(TokenFailReason::code));
    }

    private static Operation reissue() {
        return Operation.of(POST, "idtokenReissue", "/idtoken/reissue", "Make an ID token after a refresh")
                .takes(
                        "IdTokenReissueRequest",
                        Fields.CHOSEN_ACCESS_TOKEN.always(),
                        Fields.text("refreshToken", "The refresh token that the client is to get.", VALUE_EXAMPLE),
                        Fields.SUB,
                        Fields.CLAIMS,
                        Fields.HEADER_PARAMS,
                        Fields.ID_TOKEN_AUDIENCE)
                .answers(Answer.actions(
                        "idTokenReissueResponse",
                        List.of(Action.OK, Action.INTERNAL_SERVER_ERROR, Action.CALLER_ERROR),
                        Fields.RESPONSE_CONTENT,
                        Fields.text("idToken", "The ID token.", JWT_EXAMPLE)))
                .codes(
                        TokenEndpointCodes.REISSUED,
                        TokenEndpointCodes.REISSUE_INVALID,
                        TokenEndpointCodes.REISSUED_BESIDE_ANOTHER,
                        TokenEndpointCodes.NOT_REISSUABLE,
                        TokenEndpointCodes.REISSUE_IMPOSSIBLE)
                .codes(userInfoRefusals());
    }

    private static Operation introspection() {
        return Operation.of(POST, "authIntrospection", "/auth/introspection", "Say whether an access token is good")
                .takes(
                        "IntrospectionRequest",
                        Fields.TOKEN,
                        Field.of(
                                "scopes",
                                Schema.texts("Scopes that the token must have.").example(List.of("read"))),
                        Fields.text("subject", "The user that the token must be about.", "alice"),
                        Field.of("resources", Schema.texts("Targets that the token must be for (RFC 8707).")),
                        Field.of("acrValues", Schema.texts("Of these authentication context classes one must be met.")),
                        Field.of("maxAge", Schema.number("How old the login may be, in seconds; 0 is any age.")))
                .answers(Answer.actions(
                        "introspectionResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.UNAUTHORIZED, Action.FORBIDDEN),
                        Stream.of(
                                        Stream.of(
                                                Fields.RESPONSE_CONTENT,
                                                Field.of("existent", Schema.flag("Whether there is such a token.")),
                                                Field.of(
                                                        "usable", Schema.flag("Whether it is not expired or at rest.")),
                                                Field.of("sufficient", Schema.flag("Whether it has what is required.")),
                                                Field.of("refreshable", Schema.flag("Whether it can be refreshed.")),
                                                Fields.SUBJECT,
                                                Fields.SCOPES,
                                                Field.of(
                                                        "scopeDetails",
                                                        Schema.listOf(
                                                                Schema.ref("Scope"),
                                                                "The scopes as the service has them.")),
                                                Field.of("expiresAt", Schema.instant("When the access token expires.")),
                                                Field.of("grantType", Schema.ref("GrantType")),
                                                Fields.PROPERTIES,
                                                Fields.ACR,
                                                Fields.AUTH_TIME,
                                                Field.of(
                                                        "forExternalAttachment",
                                                        Schema.flag("Whether the token is for external attachments.")),
                                                Fields.CONSENTED_CLAIMS),
                                        Fields.client(),
                                        Fields.targets(),
                                        Fields.attributes())
                                .flatMap(part -> part)))
                .codes(
                        IntrospectionCodes.VALID,
                        IntrospectionCodes.INVALID,
                        IntrospectionCodes.NO_TOKEN,
                        IntrospectionCodes.NOT_SUPPORTED_YET,
                        IntrospectionCodes.ABSENT,
                        IntrospectionCodes.CLIENT_LOCKED,
                        IntrospectionCodes.SCOPE_MISSING,
                        IntrospectionCodes.OTHER_SUBJECT,
                        IntrospectionCodes.OTHER_RESOURCE,
                        IntrospectionCodes.EXPIRED_REFRESHABLE,
                        IntrospectionCodes.EXPIRED,
                        IntrospectionCodes.OTHER_ACR,
                        IntrospectionCodes.TOO_OLD);
    }

    private static Operation standardIntrospection() {
        return Operation.of(
                        POST,
                        "authIntrospectionStandard",
                        "/auth/introspection/standard",
                        "Answer an introspection request (RFC 7662)")
                .takes(
                        "StandardIntrospectionRequest",
                        Field.of(
                                        "parameters",
                                        Schema.text("The resource server's request, form-encoded as it came.")
                                                .example("token=" + VALUE_EXAMPLE))
                                .always(),
                        Field.of(
                                "withHiddenProperties",
                                Schema.flag("Whether the answer has the hidden properties of the token too.")),
                        Fields.text("rsUri", "The resource server.", "https://rs.example"),
                        Fields.text("httpAcceptHeader", "The resource server's Accept header.", "application/json"))
                .answers(Answer.actions(
                        "standardIntrospectionResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT))
                .codes(
                        IntrospectionCodes.PERFORMED,
                        IntrospectionCodes.NO_PARAMETERS,
                        IntrospectionCodes.STANDARD_INVALID,
                        IntrospectionCodes.NO_STANDARD_TOKEN,
                        IntrospectionCodes.MALFORMED_PARAMETERS,
                        IntrospectionCodes.PARAMETER_REPEATED,
                        IntrospectionCodes.JWT_NOT_SUPPORTED);
    }

    private static Operation revocation() {
        return Operation.of(POST, "authRevocation", "/auth/revocation", "Answer a revocation request (RFC 7009)")
                .takes("RevocationRequest", Fields.clientRequest())
                .answers(Answer.actions(
                        "revocationResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.INVALID_CLIENT, Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT))
                .aboutClient()
                .codes(
                        TokenEndpointCodes.REVOKED,
                        TokenEndpointCodes.NO_REVOCATION_PARAMETERS,
                        TokenEndpointCodes.REVOCATION_INVALID,
                        TokenEndpointCodes.MALFORMED_REVOCATION,
                        TokenEndpointCodes.MALFORMED_CALLBACK,
                        TokenEndpointCodes.REVOCATION_NOT_SUPPORTED_YET)
                .codes(Arrays.stream(TokenRefusal.class.getPermittedSubclasses())
                        .flatMap(room -> codes((TokenRefusal[]) room.getEnumConstants())));
    }

    private static Operation userInfo() {
        return Operation.of(POST, "authUserinfo", "/auth/userinfo", "Say whether an access token opens userinfo")
                .takes("UserInfoRequest", Fields.TOKEN)
                .answers(Answer.actions(
                        "userInfoResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.UNAUTHORIZED, Action.FORBIDDEN),
                        Stream.of(
                                        Stream.of(
                                                Fields.RESPONSE_CONTENT,
                                                Fields.TOKEN,
                                                Fields.SUBJECT,
                                                Fields.SCOPES,
                                                Field.of("claims", Schema.texts("Names of the claims to collect.")),
                                                Fields.text(
                                                        "userInfoClaims",
                                                        "What `claims` asks for, as JSON text.",
                                                        "{}"),
                                                Fields.PROPERTIES,
                                                Fields.CONSENTED_CLAIMS),
                                        Fields.client(),
                                        Fields.attributes())
                                .flatMap(part -> part)))
                .codes(UserInfoCodes.OPENED, UserInfoCodes.INVALID, UserInfoCodes.NO_TOKEN)
                .codes(userInfoRefusals());
    }

    private static Operation userInfoIssue() {
        return Operation.of(POST, "authUserinfoIssue", "/auth/userinfo/issue", "Make a userinfo response")
                .takes("UserInfoIssueRequest", Fields.TOKEN, Fields.CLAIMS, Fields.SUB)
                .answers(Answer.actions(
                        "userInfoIssueResponse",
                        List.of(
                                Action.JSON,
                                Action.JWT,
                                Action.BAD_REQUEST,
                                Action.UNAUTHORIZED,
                                Action.FORBIDDEN,
                                Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT))
                .codes(
                        UserInfoCodes.ISSUED,
                        UserInfoCodes.NO_TOKEN,
                        UserInfoCodes.ISSUE_INVALID,
                        UserInfoCodes.IMPOSSIBLE)
                .codes(userInfoRefusals());
    }

    private static Stream<ResultCode> userInfoRefusals() {
        return Arrays.stream(UserInfoRefusal.values()).map(UserInfoCodes::of);
    }

    private static Stream<ResultCode> codes(TokenRefusal[] refusals) {
        return Arrays.stream(refusals).map(TokenEndpointCodes::of);
    }
}
