package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.authorization.FailureReason;
import dev.grantkeep.adapter.rest.error.AuthorizationCodes;
import dev.grantkeep.adapter.rest.error.DecisionCodes;
import dev.grantkeep.adapter.rest.error.PushedRequestCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The authorization endpoint, and what comes before and after its pages. */
final class AuthorizationCalls {
    private static final String POST = "POST";
    private static final List<Action> RESPONSES =
            List.of(Action.LOCATION, Action.FORM, Action.BAD_REQUEST, Action.INTERNAL_SERVER_ERROR);
    private static final List<String> PROMPTS = List.of("NONE", "LOGIN", "CONSENT", "SELECT_ACCOUNT", "CREATE");

    private AuthorizationCalls() {}

    static List<Operation> all() {
        return List.of(authorization(), issue(), fail(), ticketInfo(), ticketUpdate(), push());
    }

    /** What an authorization request may be refused for. */
    static Stream<ResultCode> refusals() {
        return Arrays.stream(AuthorizationRefusal.values()).map(AuthorizationCodes::of);
    }

    private static Operation authorization() {
        return Operation.of(POST, "authAuthorization", "/auth/authorization", "Judge an authorization request")
                .takes(
                        "AuthorizationRequest",
                        Field.of(
                                "parameters",
                                Schema.text("The client's request, form-encoded as it came in the query or the body.")
                                        .example("response_type=code&client_id=17566160603766&scope=read")),
                        Fields.text("context", "Kept with the ticket, for the authorization server itself.", "c1"))
                .answers(Answer.actions(
                        "authorizationResponse",
                        List.of(
                                Action.INTERACTION,
                                Action.NO_INTERACTION,
                                Action.LOCATION,
                                Action.FORM,
                                Action.BAD_REQUEST,
                                Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT,
                        Fields.TICKET,
                        Field.of("service", Schema.ref("ServiceOfRequest")),
                        Field.of("client", Schema.ref("ClientOfRequest")),
                        Field.of("scopes", Schema.listOf(Schema.ref("Scope"), "What the client asks for.")),
                        Field.of("clientIdAliasUsed", Schema.flag("Whether the client named itself by its alias.")),
                        Field.of("resources", Schema.texts("The targets that the client asks for (RFC 8707).")),
                        Fields.text("requestObjectPayload", "The claims of the request object, as JSON text.", "{}"),
                        Fields.AUTHORIZATION_DETAILS,
                        Field.of("claims", Schema.texts("Names of the claims that the ID token is to have.")),
                        Field.of("claimsAtUserInfo", Schema.texts("Names of the claims that userinfo is to have."))
                                .only(Dialect.V3),
                        Fields.text("idTokenClaims", "What `claims` asks for the ID token, as JSON text.", "{}"),
                        Fields.text("userInfoClaims", "What `claims` asks for userinfo, as JSON text.", "{}"),
                        Fields.text(
                                "transformedClaims", "What `claims` says of transformed claims, as JSON text.", "{}"),
                        Field.of("display", Schema.ref("Display")),
                        Field.of("maxAge", Schema.number("How old the login may be, in seconds; 0 is any age.")),
                        Field.of("uiLocales", Schema.texts("Languages that the user wants.")),
                        Field.of("claimsLocales", Schema.texts("Languages that the claims should have.")),
                        Field.of("acrEssential", Schema.flag("Whether one of `acrs` must be met.")),
                        Field.of("acrs", Schema.texts("Authentication context classes that are asked for.")),
                        Fields.SUBJECT,
                        Fields.text("loginHint", "Whom the client believes the user to be.", "alice@example.com"),
                        Field.of("lowestPrompt", Schema.oneOf("The least that the page must do.", PROMPTS)),
                        Field.of(
                                "prompts",
                                Schema.listOf(Schema.oneOf("", PROMPTS), "What the client wants the page to do."))))
                .aboutClient()
                .codes(
                        AuthorizationCodes.TICKET_ISSUED,
                        AuthorizationCodes.NO_PARAMETERS,
                        AuthorizationCodes.VALUE_INVALID,
                        AuthorizationCodes.MALFORMED_PARAMETERS,
                        DecisionCodes.RESPONSE_IMPOSSIBLE)
                .codes(refusals());
    }

    private static Operation issue() {
        return Operation.of(
                        POST,
                        "authAuthorizationIssue",
                        "/auth/authorization/issue",
                        "Say yes to an authorization request")
                .takes(
                        "AuthorizationIssueRequest",
                        Fields.TICKET.always(),
                        Fields.SUBJECT,
                        Fields.SCOPES,
                        Fields.PROPERTIES,
                        Fields.AUTHORIZATION_DETAILS,
                        Fields.AUTH_TIME,
                        Fields.ACR,
                        Fields.SESSION_ID,
                        Fields.CLAIMS,
                        Fields.HEADER_PARAMS,
                        Fields.ID_TOKEN_AUDIENCE,
                        Fields.SUB,
                        Fields.CONSENTED_CLAIMS,
                        Fields.JWT_CLAIMS,
                        Fields.CHOSEN_ACCESS_TOKEN,
                        Fields.ACCESS_TOKEN_DURATION,
                        Fields.REFRESH_TOKEN_DURATION)
                .answers(Answer.actions(
                        "authorizationIssueResponse",
                        RESPONSES,
                        Fields.RESPONSE_CONTENT,
                        Fields.text(
                                "authorizationCode",
                                "The code, if the response has one.",
                                "Xv_su944auuBgc5mfUnxXayiiQU9"),
                        Fields.text(
                                "idToken", "The ID token, if the response has one.", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"),
                        Field.of("ticketInfo", Schema.ref("TicketInfo")).only(Dialect.V3),
                        Fields.text(
                                "accessToken", "The access token, if the response has one.", "rCdOzmqKmh9bYTmoBS4z"),
                        Fields.text("jwtAccessToken", "The access token as a JWT.", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"),
                        Field.of("accessTokenExpiresAt", Schema.instant("When the access token expires.")),
                        Field.of("accessTokenDuration", Schema.number("How long it lives, in seconds."))))
                .aboutClient()
                .codes(
                        DecisionCodes.ISSUED,
                        DecisionCodes.ISSUE_INVALID,
                        DecisionCodes.TICKET_UNKNOWN,
                        DecisionCodes.VALUE_TAKEN,
                        DecisionCodes.CLIENT_GONE,
                        DecisionCodes.DEMAND_NOT_MET,
                        DecisionCodes.ID_TOKEN_IMPOSSIBLE,
                        DecisionCodes.ACCESS_TOKEN_IMPOSSIBLE,
                        DecisionCodes.RESPONSE_IMPOSSIBLE);
    }

    private static Operation fail() {
        return Operation.of(
                        POST, "authAuthorizationFail", "/auth/authorization/fail", "Say no to an authorization request")
                .takes(
                        "AuthorizationFailRequest",
                        Fields.TICKET.always(),
                        Field.of("reason", Schema.oneOf("Why.", FailureReason.class))
                                .always(),
                        Fields.text(
                                "description", "What the client is told in place of Grantkeep's words.", "Not now."))
                .answers(Answer.actions("authorizationFailResponse", RESPONSES, Fields.RESPONSE_CONTENT))
                .aboutClient()
                .codes(
                        DecisionCodes.FAIL_INVALID,
                        DecisionCodes.FAILED_TICKET_UNKNOWN,
                        DecisionCodes.FAILED_CLIENT_GONE,
                        DecisionCodes.RESPONSE_IMPOSSIBLE)
                .codes(Arrays.stream(FailureReason.values()).map(FailureReason::code));
    }

    private static Operation ticketInfo() {
        return ticket(
                        "authAuthorizationTicketInfo",
                        "info",
                        "Show what is kept with a ticket",
                        DecisionCodes.TICKET_SHOWN)
                .takes("TicketInfoRequest", Fields.TICKET.always());
    }

    private static Operation ticketUpdate() {
        return ticket(
                        "authAuthorizationTicketUpdate",
                        "update",
                        "Change what is kept with a ticket",
                        DecisionCodes.TICKET_CHANGED)
                .takes("TicketUpdateRequest", Fields.TICKET.always(), Fields.CONTEXT_OF_TICKET.always());
    }

    private static Operation ticket(String id, String end, String summary, ResultCode done) {
        return Operation.of(POST, id, "/auth/authorization/ticket/" + end, summary)
                .answers(Answer.actions(
                        "ticketResponse",
                        List.of(Action.OK, Action.NOT_FOUND, Action.CALLER_ERROR),
                        Fields.CONTEXT_OF_TICKET))
                .codes(done, DecisionCodes.TICKET_CALL_INVALID, DecisionCodes.TICKET_NOT_FOUND);
    }

    private static Operation push() {
        return Operation.of(POST, "pushedAuthReq", "/pushed_auth_req", "Keep a pushed authorization request (RFC 9126)")
                .takes("PushedAuthReqRequest", Fields.clientRequest())
                .answers(Answer.actions(
                        "pushedAuthReqResponse",
                        List.of(
                                Action.CREATED,
                                Action.BAD_REQUEST,
                                Action.UNAUTHORIZED,
                                Action.FORBIDDEN,
                                Action.PAYLOAD_TOO_LARGE,
                                Action.INTERNAL_SERVER_ERROR),
                        Fields.RESPONSE_CONTENT,
                        Fields.text(
                                "requestUri",
                                "The handle of the request.",
                                "urn:ietf:params:oauth:request_uri:6esc_11A"),
                        Field.of("clientAuthMethod", Schema.ref("ClientAuthMethod"))))
                .aboutClient()
                .codes(
                        PushedRequestCodes.PUSHED,
                        PushedRequestCodes.NO_PARAMETERS,
                        PushedRequestCodes.VALUE_INVALID,
                        PushedRequestCodes.MALFORMED_PARAMETERS,
                        PushedRequestCodes.NOT_SUPPORTED_YET,
                        PushedRequestCodes.TOO_LARGE)
                .codes(refusals())
                .codes(TokenCalls.authenticationRefusals());
    }
}
