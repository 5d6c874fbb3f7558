package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.stream.Stream;

/** Members that more than one call has. */
final class Fields {
    private static final String CLAIMS_EXAMPLE = "{\"name\":\"Alice\"}";
    private static final String TOKEN_EXAMPLE = "rCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3eTWKJeRy0eS1U";

    static final Field PARAMETERS = text(
                    "parameters",
                    "The client's own request, form-encoded as it came in the query or the body.",
                    "grant_type=client_credentials&scope=read")
            .always();
    static final Field CLIENT_ID_OF_HEADER =
            text("clientId", "The client's id in its Basic Authorization header.", "17566160603766");
    static final Field CLIENT_SECRET_OF_HEADER =
            text("clientSecret", "The client's secret in its Basic Authorization header.", "a-secret-of-the-client");
    static final Field TICKET = text("ticket", "The ticket of the request that is to be ended.", TOKEN_EXAMPLE);
    static final Field SUBJECT =
            Field.of("subject", Schema.text("The user's unique identifier.").example("alice"));
    static final Field SCOPES = Field.of("scopes", Schema.texts("Scopes.").example(List.of("read", "write")));
    static final Field PROPERTIES = Field.of(
                    "properties",
                    Schema.listOf(
                            Schema.ref("Property"), "Extra properties of the token; visible ones go to the client."))
            .onlyJson();
    static final Field AUTHORIZATION_DETAILS =
            Field.of("authorizationDetails", Schema.ref("AuthorizationDetails")).onlyJson();
    static final Field ACCESS_TOKEN_DURATION =
            Field.of("accessTokenDuration", Schema.duration("How long the access token lives."));
    static final Field REFRESH_TOKEN_DURATION =
            Field.of("refreshTokenDuration", Schema.duration("How long the refresh token lives."));
    static final Field CHOSEN_ACCESS_TOKEN = chosen("accessToken", "The value that the access token is to have.");
    static final Field CHOSEN_REFRESH_TOKEN = chosen("refreshToken", "The value that the refresh token is to have.");
    static final Field ACR = text("acr", "The authentication context class of the user's login.", "urn:example:acr:1");
    static final Field AUTH_TIME =
            Field.of("authTime", Schema.number("When the user logged in. In seconds since 1970-01-01T00:00:00Z."));
    static final Field SESSION_ID = text("sessionId", "The user's session at the authorization server.", "s-4711");
    static final Field CLAIMS = object("claims", "Claims of the user, as the text of a JSON object.");
    static final Field HEADER_PARAMS =
            object("idtHeaderParams", "Header members that an ID token is to have, as the text of a JSON object.");
    static final Field ID_TOKEN_AUDIENCE = Field.of(
            "idTokenAudType", Schema.oneOf("The form of the ID token's audience.", List.of("array", "string")));
    static final Field SUB =
            text("sub", "What ID tokens and userinfo say of the user in place of the subject.", "a1b2");
    static final Field CONSENTED_CLAIMS = Field.of(
            "consentedClaims",
            Schema.texts("Names of the claims that the user allowed.").example(List.of("name")));
    static final Field JWT_CLAIMS = object(
            "jwtAtClaims", "Claims that a JWT access token is to have beyond its own, as the text of a JSON object.");
    static final Field START = Field.of("start", Schema.count("The first entry of the list, from 0."));
    static final Field END = Field.of(
            "end",
            Schema.count("The entry before which the list ends, at most 1,000 after the first; 5 if it is not said."));
    static final Field DEVELOPER = text("developer", "Only the clients of this developer.", "dev-1");
    static final Field TOKEN = text("token", "The access token that was presented.", TOKEN_EXAMPLE);
    static final Field PRETTY = Field.of("pretty", Schema.flag("Whether the answer is to stand on several lines."));
    static final Field USER_CODE = text("userCode", "The code that the user entered.", "BCDF-GHJK");
    static final Field CONTEXT_OF_TICKET = Field.of("info", Schema.ref("TicketInfo"));

    /** What an answer says of the call itself. */
    static final Field RESULT_CODE = Field.of(
                    "resultCode",
                    Schema.text(
                                    "What happened: the letter A and six digits, of which the third from the right says whose"
                                            + " fault it is. Branch on `action` or the status, never on this.")
                            .with("pattern", "^A[0-9]{6}$"))
            .always();

    static final Field RESULT_MESSAGE = Field.of(
                    "resultMessage", Schema.text("What happened, for people; it begins with the code in brackets."))
            .always();

    static final Field RESPONSE_CONTENT = Field.of(
            "responseContent",
            Schema.text("What the authorization server sends on: the body, the header's value or the address that the"
                    + " action calls for."));
    static final Field TOTAL_COUNT = Field.of("totalCount", Schema.count("How many entries there are in all."));

    private Fields() {}

    static Field text(String name, String description, String example) {
        return Field.of(name, Schema.text(description).example(example));
    }

    /** {@code type}, which answers of 2.x begin with. */
    static Field type(String value) {
        return Field.of("type", Schema.text("What this is.").with("const", value))
                .only(Dialect.V2)
                .always();
    }

    /** {@code clientId}, {@code clientIdAlias} and {@code clientIdAliasUsed}. */
    static Stream<Field> client() {
        return Stream.of(
                number("clientId", "The client's id.", 17_566_160_603_766L),
                text("clientIdAlias", "The client's alias, if it has one that counts.", "my-client"),
                Field.of("clientIdAliasUsed", Schema.flag("Whether the client named itself by its alias.")));
    }

    /** {@code serviceAttributes} and {@code clientAttributes}. */
    static Stream<Field> attributes() {
        return Stream.of(
                Field.of("serviceAttributes", Schema.listOf(Schema.ref("Pair"), "The attributes of the service.")),
                Field.of("clientAttributes", Schema.listOf(Schema.ref("Pair"), "The attributes of the client.")));
    }

    /** {@code resources}, {@code accessTokenResources} and {@code authorizationDetails}. */
    static Stream<Field> targets() {
        return Stream.of(
                Field.of("resources", Schema.texts("The targets of the grant (RFC 8707).")),
                Field.of("accessTokenResources", Schema.texts("The targets of the access token (RFC 8707).")),
                AUTHORIZATION_DETAILS);
    }

    /** What names and authenticates a client at the token endpoint and those like it. */
    static List<Field> clientRequest() {
        return List.of(PARAMETERS, CLIENT_ID_OF_HEADER, CLIENT_SECRET_OF_HEADER);
    }

    static Field number(String name, String description, long example) {
        return Field.of(name, Schema.number(description).example(example));
    }

    private static Field object(String name, String description) {
        return text(name, description, CLAIMS_EXAMPLE);
    }

    private static Field chosen(String name, String description) {
        return Field.of(
                name,
                Schema.text(description)
                        .with("maxLength", (long) TokenValue.MAX_LENGTH)
                        .with("pattern", "^[!-~]*$")
                        .example(name + "-" + TOKEN_EXAMPLE));
    }
}
