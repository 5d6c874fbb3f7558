package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DecisionCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.adapter.rest.token.AuthorizationDetailsJson;
import dev.grantkeep.adapter.rest.token.TokenJson;
import dev.grantkeep.adapter.rest.token.TokenParams;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ExpiresIn;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenRecord;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code auth/authorization/issue}: the user's yes. */
@Endpoint
final class AuthorizationIssueController {
    private static final String PATH = "/auth/authorization/issue";
    private final Gate gate;
    private final IssueAuthorization issueAuthorization;
    private final AuthorizationResponder responder;

    AuthorizationIssueController(Gate gate, IssueAuthorization issueAuthorization, AuthorizationResponder responder) {
        this.gate = gate;
        this.issueAuthorization = issueAuthorization;
        this.responder = responder;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> issue(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "authorizationIssueResponse");
        return gate.fresh(
                call,
                answers.serverErrors(DecisionCodes.ISSUE_INVALID),
                service -> issue(command(service, call.params()), answers));
    }

    private static IssueAuthorization.Command command(Service service, Params params) {
        Unsupported.refuse(params);
        return new IssueAuthorization.Command(
                service,
                params.requiredText("ticket"),
                params.subjectOrNull("subject"),
                params.scopes("scopes"),
                Objects.requireNonNullElse(params.properties("properties"), Properties.NONE),
                details(params),
                IdTokenParams.content(params),
                params.durations(),
                TokenParams.chosen(params, "accessToken"));
    }

    private static TokenDetails details(Params params) {
        return TokenDetails.NONE
                .withTargets(Targets.of(List.of(), AuthorizationDetailsJson.ofCall(params)))
                .withAuthentication(TokenParams.authentication(params))
                .withIdentity(IdTokenParams.identity(params));
    }

    private Reply issue(IssueAuthorization.Command command, Answers answers) {
        Service service = command.service();
        ErrorPolicy errors = service.settings().errors();
        return switch (issueAuthorization.handle(command)) {
            case IssueAuthorization.Issued issued -> Reply.ok(issued(issued, answers));
            case IssueAuthorization.NoTicket absent ->
                Reply.ok(answers.error(
                        Action.BAD_REQUEST, OAuthError.of("invalid_request", DecisionCodes.TICKET_UNKNOWN), errors));
            case IssueAuthorization.SubjectMissing missing -> throw Params.missing("subject");
            case IssueAuthorization.ValueTaken taken ->
                Reply.ok(answers.serverError(DecisionCodes.VALUE_TAKEN, errors));
            case IssueAuthorization.ClientGone gone ->
                Reply.ok(answers.error(
                        Action.BAD_REQUEST, OAuthError.of("invalid_request", DecisionCodes.CLIENT_GONE), errors));
            case IssueAuthorization.ClientLocked locked -> answers.locked(locked.client());
            case IssueAuthorization.ResponseImpossible(String why) ->
                AuthorizationResponder.impossible(why, answers, errors);
            case IssueAuthorization.DemandNotMet unmet ->
                responder.error(
                        service, unmet.to(), OAuthError.of("server_error", DecisionCodes.DEMAND_NOT_MET), answers);
            case IssueAuthorization.AccessTokenImpossible impossible ->
                responder.error(
                        service,
                        impossible.to(),
                        OAuthError.about("server_error", DecisionCodes.ACCESS_TOKEN_IMPOSSIBLE, impossible.why()),
                        answers);
            case IssueAuthorization.IdTokenImpossible impossible ->
                responder.error(
                        service,
                        impossible.to(),
                        OAuthError.about("server_error", DecisionCodes.ID_TOKEN_IMPOSSIBLE, impossible.why()),
                        answers);
        };
    }

    private static Members issued(IssueAuthorization.Issued issued, Answers answers) {
        Members members =
                AuthorizationResponder.respond(answers.begin(DecisionCodes.ISSUED), issued.target(), issued.response());
        members.text(
                        "authorizationCode",
                        issued.code() == null ? null : issued.code().value())
                .text(
                        "idToken",
                        issued.idToken() == null ? null : issued.idToken().jwt());
        if (answers.call().dialect() == Dialect.V3 && issued.context() != null) {
            members.node(
                    "ticketInfo",
                    new Members().text("context", issued.context()).build());
        }
        return addToken(members, issued.token());
    }

    /** Without a token the two numbers are 0. */
    private static Members addToken(Members to, @Nullable IssuedToken token) {
        if (token == null) {
            return to.number("accessTokenExpiresAt", 0).number("accessTokenDuration", 0);
        }
        TokenRecord record = token.record();
        return to.text("accessToken", token.access().value())
                .text("jwtAccessToken", TokenJson.compact(token.jwt()))
                .instant("accessTokenExpiresAt", record.access().expiresAt())
                .number("accessTokenDuration", ExpiresIn.ofAccess(record).orElse(0));
    }
}
