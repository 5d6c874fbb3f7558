package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.DurationLevel;
import dev.grantkeep.domain.token.CreationOutcome;
import dev.grantkeep.domain.token.TokenStatus;
import dev.grantkeep.domain.token.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tokens that the authorization server makes, changes, lists and ends by itself. */
final class TokenOperationCalls {
    private static final String POST = "POST";
    private static final String HASH_EXAMPLE = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final String ID_EXAMPLE = "019ac2f0-1111-7000-8000-000000000000";
    private static final Field TOKEN_ID = Field.of(
            "tokenId", Schema.text("The token's id.").with("format", "uuid").example(ID_EXAMPLE));
    private static final Field ACCESS_TOKEN =
            Fields.text("accessToken", "The access token.", "rCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3eTWKJeRy0eS1U");
    private static final Field JWT =
            Fields.text("jwtAccessToken", "The access token as a JWT.", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln");
    private static final Field TOKEN_TYPE = Fields.text("tokenType", "How the token is presented.", "Bearer");
    private static final Field EXTERNAL =
            Field.of("forExternalAttachment", Schema.flag("Whether the token is for external attachments."));
    private static final Field REFRESH_SCOPES = Field.of(
                    "refreshTokenScopes", Schema.texts("The scopes of the refresh token."))
            .only(Dialect.V3);
    private static final Field GRANT_TYPE = Field.of("grantType", Schema.ref("GrantType"));
    private static final Field CLIENT_ID =
            Fields.number("clientId", "The client's id; 0 is not said.", 17_566_160_603_766L);
    private static final Field CLIENT_IDENTIFIER =
            Fields.text("clientIdentifier", "The client's id or alias.", "my-client");
    private static final Field PERSISTENT =
            Field.of("accessTokenPersistent", Schema.flag("Whether the access token never expires."));

    private TokenOperationCalls() {}

    static List<Operation> all() {
        return List.of(create(), update(), list(), delete(), revoke(), explain());
    }

    private static Operation create() {
        Stream<Field> flags = NamedBy.flags().stream()
                .map(name -> Field.of(name, Schema.flag("How the client is named where the token is told of.")));
        Stream<Field> others = Stream.of(
                GRANT_TYPE.always(),
                CLIENT_ID,
                CLIENT_IDENTIFIER,
                Fields.SUBJECT,
                Fields.SCOPES,
                Fields.ACCESS_TOKEN_DURATION,
                Fields.REFRESH_TOKEN_DURATION,
                PERSISTENT,
                Fields.CHOSEN_ACCESS_TOKEN,
                Fields.CHOSEN_REFRESH_TOKEN,
                Fields.PROPERTIES,
                Field.of(
                        "resources",
                        Schema.texts("The targets of the token: absolute URIs (RFC 8707).")
                                .example(List.of("https://rs.example"))),
                Fields.AUTHORIZATION_DETAILS,
                Fields.ACR,
                Fields.AUTH_TIME,
                Fields.SESSION_ID,
                Fields.JWT_CLAIMS,
                EXTERNAL);
        return Operation.of(POST, "authTokenCreate", "/auth/token/create", "Make an access token")
                .takes("TokenCreateRequest", Stream.concat(others, flags).toList())
                .answers(Answer.actions(
                        "tokenCreateResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.FORBIDDEN, Action.INTERNAL_SERVER_ERROR),
                        GRANT_TYPE,
                        CLIENT_ID,
                        Fields.SUBJECT,
                        Fields.SCOPES,
                        ACCESS_TOKEN,
                        JWT,
                        TOKEN_TYPE,
                        Field.of("expiresAt", Schema.instant("When the access token expires.")),
                        Field.of("expiresIn", Schema.number("How long the access token lives, in seconds.")),
                        Fields.text(
                                "refreshToken", "The refresh token.", "eTWKJeRy0eS1UrCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3"),
                        Fields.PROPERTIES,
                        Fields.AUTHORIZATION_DETAILS,
                        EXTERNAL,
                        TOKEN_ID.only(Dialect.V3),
                        CLIENT_IDENTIFIER.only(Dialect.V3),
                        REFRESH_SCOPES,
                        Fields.SESSION_ID.only(Dialect.V3)))
                .aboutClient()
                .codes(
                        TokenCodes.CREATED,
                        TokenCodes.CREATE_INVALID,
                        TokenCodes.SCOPES_UNSUPPORTED,
                        TokenCodes.CLIENT_UNKNOWN,
                        TokenCodes.CLIENT_OF_ANOTHER_SERVICE,
                        TokenCodes.CREATE_VALUE_TAKEN,
                        TokenCodes.CREATE_IMPOSSIBLE)
                .codes(Arrays.stream(CreationOutcome.Refused.values()).map(TokenCodes::of));
    }

    /** Grantkeep's own. */
    private static Operation explain() {
        return Operation.of(POST, "authTokenExplain", "/auth/token/explain", "Say of a token why it works or does not")
                .takes(
                        "TokenExplainRequest",
                        Fields.text(
                                        "token",
                                        "The access or refresh token.",
                                        "rCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3eTWKJeRy0eS1U")
                                .always())
                .answers(Answer.enveloped(
                        "tokenExplainResponse",
                        Field.of("kind", Schema.oneOf("What it is.", names(Kind.values())))
                                .always(),
                        Field.of("state", Schema.oneOf("Whether it works, or why not.", states()))
                                .always(),
                        CLIENT_ID,
                        Fields.text("clientName", "The client's name.", "My client"),
                        Fields.SUBJECT,
                        GRANT_TYPE,
                        Fields.SCOPES,
                        Field.of("createdAt", Schema.instant("When its record was made.")),
                        Field.of("lastRefreshedAt", Schema.instant("When it was last refreshed.")),
                        Field.of("lastUsedAt", Schema.instant("When it was last used, to the day.")),
                        Field.of(
                                "refreshable", Schema.flag("Of one that is expired, whether a refresh gives another.")),
                        Field.of("madeAt", Schema.instant("When its life began.")),
                        Field.of("expiresAt", Schema.instant("When its life ends.")),
                        Field.of("duration", Schema.number("How long its life is, in seconds.")),
                        Field.of(
                                "durationFromSettings",
                                Schema.flag(
                                        "Whether the settings of now say so; else the request or former ones did.")),
                        Field.of("durationLevel", Schema.oneOf("What decided it.", names(DurationLevel.values()))),
                        Fields.text("durationScope", "The scope whose attribute decided it.", "write"),
                        Fields.text(
                                "durationExplanation",
                                "All that was considered, for people.",
                                "ACCESS 600s: SCOPE(write) won by SHORTEST of [SERVICE=86400s, SCOPE(write)=600s]")))
                .codes(
                        TokenCodes.EXPLAINED,
                        new ResultCode(
                                "A982210",
                                404,
                                "The token does not exist, or ended so long ago that nothing is known of it."),
                        new ResultCode("A982211", 403, "The token belongs to another service."))
                .refusedBy(TokenCodes.EXPLAIN);
    }

    private static List<String> states() {
        return Stream.concat(names(Verdict.Ended.values()).stream(), Stream.of("ACTIVE", "EXPIRED", "CLIENT_LOCKED"))
                .toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Operation update() {
        return Operation.of(POST, "authTokenUpdate", "/auth/token/update", "Change an access token")
                .takes(
                        "TokenUpdateRequest",
                        ACCESS_TOKEN,
                        hash("accessTokenHash", "The hash of the access token, which names it as well."),
                        Fields.text("refreshToken", "The refresh token, which names the record as well.", HASH_EXAMPLE),
                        hash("refreshTokenHash", "The hash of the refresh token, which names the record as well."),
                        TOKEN_ID,
                        Field.of("accessTokenExpiresAt", Schema.instant("When the access token shall expire.")),
                        Field.of("refreshTokenExpiresAt", Schema.instant("When the refresh token shall expire.")),
                        Fields.SCOPES,
                        Fields.PROPERTIES,
                        Field.of(
                                "accessTokenExpiresAtUpdatedOnScopeUpdate",
                                Schema.flag("Whether the access token gets the duration of the new scopes.")),
                        Field.of(
                                "refreshTokenExpiresAtUpdatedOnScopeUpdate",
                                Schema.flag("Whether the refresh token gets the duration of the new scopes.")),
                        PERSISTENT,
                        Field.of(
                                "accessTokenValueUpdated", Schema.flag("Whether the access token gets another value.")),
                        Fields.AUTHORIZATION_DETAILS,
                        EXTERNAL)
                .answers(Answer.actions(
                        "tokenUpdateResponse",
                        List.of(
                                Action.OK,
                                Action.BAD_REQUEST,
                                Action.FORBIDDEN,
                                Action.NOT_FOUND,
                                Action.INTERNAL_SERVER_ERROR),
                        ACCESS_TOKEN,
                        JWT,
                        TOKEN_TYPE,
                        Field.of("accessTokenExpiresAt", Schema.instant("When the access token expires.")),
                        Field.of("refreshTokenExpiresAt", Schema.instant("When the refresh token expires.")),
                        Fields.SCOPES,
                        Fields.PROPERTIES,
                        Fields.AUTHORIZATION_DETAILS,
                        EXTERNAL,
                        TOKEN_ID.only(Dialect.V3)))
                .codes(
                        TokenCodes.UPDATED,
                        TokenCodes.UPDATE_INVALID,
                        TokenCodes.TOKEN_UNKNOWN,
                        TokenCodes.TOKEN_OF_ANOTHER_SERVICE,
                        TokenCodes.UPDATE_IMPOSSIBLE);
    }

    private static Operation list() {
        return Operation.of("GET", "authTokenGetList", "/auth/token/get/list", "List the tokens of the service")
                .asks(
                        CLIENT_IDENTIFIER,
                        Fields.SUBJECT,
                        Fields.START,
                        Fields.END,
                        Field.of(
                                "tokenStatus",
                                Schema.oneOf("Which tokens, by the expiry of the access token.", TokenStatus.class)
                                        .with("default", TokenStatus.ALL.name())))
                .answers(Answer.listing(
                        "tokenListResponse",
                        Fields.START.always(),
                        Fields.END.always(),
                        Fields.TOTAL_COUNT.always(),
                        Field.of("client", Schema.ref("AuthorizedClient")),
                        Fields.SUBJECT,
                        Field.of(
                                "accessTokens",
                                Schema.listOf(Schema.ref("AccessToken"), "The tokens, if there are any."))))
                .refusedBy(TokenCodes.LIST)
                .aboutClient();
    }

    /** The members of an entry of a list. */
    static List<Field> entry() {
        return List.of(
                hash("accessTokenHash", "The hash of the access token.").always(),
                Field.of("accessTokenExpiresAt", Schema.instant("When the access token expires."))
                        .always(),
                Field.of("createdAt", Schema.instant("When the token was made."))
                        .always(),
                Field.of("lastRefreshedAt", Schema.instant("When the token was refreshed; 0 is never."))
                        .always(),
                CLIENT_ID.always(),
                Fields.SUBJECT,
                GRANT_TYPE.always(),
                Fields.SCOPES.always(),
                Fields.PROPERTIES,
                hash("refreshTokenHash", "The hash of the refresh token."),
                Field.of("refreshTokenExpiresAt", Schema.instant("When the refresh token expires.")),
                REFRESH_SCOPES);
    }

    private static Operation delete() {
        return Operation.of("DELETE", "authTokenDelete", "/auth/token/delete/{identifier}", "Delete an access token")
                .answers(Answer.nothing("The token is deleted."))
                .refusedBy(TokenCodes.DELETE)
                .codes(
                        new ResultCode("A139210", 404, "The access token does not exist."),
                        new ResultCode("A139211", 403, "The access token belongs to another service."));
    }

    private static Operation revoke() {
        return Operation.of(
                        POST, "authTokenRevoke", "/auth/token/revoke", "End tokens: one, or all of a client or user")
                .takes(
                        "TokenRevokeRequest",
                        Fields.text("accessTokenIdentifier", "The access token or its hash.", HASH_EXAMPLE),
                        Fields.text("refreshTokenIdentifier", "The refresh token or its hash.", HASH_EXAMPLE),
                        CLIENT_IDENTIFIER,
                        Fields.SUBJECT)
                .answers(Answer.enveloped(
                        "tokenRevokeResponse",
                        Field.of("count", Schema.count("How many tokens were ended."))
                                .always()))
                .refusedBy(TokenCodes.REVOKE)
                .aboutClient()
                .codes(TokenCodes.REVOKED, new ResultCode("A312210", 404, "The token does not exist."));
    }

    private static Field hash(String name, String description) {
        return Field.of(
                name,
                Schema.text(description + " SHA-256, base64url without padding.")
                        .example(HASH_EXAMPLE));
    }
}
