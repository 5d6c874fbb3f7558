package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.PasswordCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.adapter.rest.token.TokenParams;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.exchange.IssueToken;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Objects;

/** {@code auth/token/issue}: the yes after a request with a password. */
@Endpoint
final class TokenIssueController {
    private static final String PATH = "/auth/token/issue";
    private final Gate gate;
    private final IssueToken issueToken;
    private final Clock clock;

    TokenIssueController(Gate gate, IssueToken issueToken, Clock clock) {
        this.gate = gate;
        this.issueToken = issueToken;
        this.clock = clock;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> issue(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "tokenIssueResponse");
        return gate.fresh(
                call,
                answers.serverErrors(PasswordCodes.ISSUE_INVALID),
                service -> issue(command(service, call.params()), answers));
    }

    private static IssueToken.Command command(Service service, Params params) {
        Unsupported.refuse(params);
        return new IssueToken.Command(
                service,
                params.requiredText("ticket"),
                params.subject("subject"),
                Objects.requireNonNullElse(params.properties("properties"), Properties.NONE),
                IdTokenParams.object(params, "jwtAtClaims"),
                params.durations(),
                TokenParams.chosen(params, "accessToken"));
    }

    private Reply issue(IssueToken.Command command, Answers answers) {
        ErrorPolicy errors = command.service().settings().errors();
        return switch (issueToken.handle(command)) {
            case IssueToken.Issued issued -> Reply.ok(issued(command.service(), issued, answers));
            case IssueToken.ClientLocked locked -> answers.locked(locked.client());
            case IssueToken.NoTicket absent -> no(PasswordCodes.TICKET_UNKNOWN, errors, answers);
            case IssueToken.ValueTaken taken -> no(PasswordCodes.VALUE_TAKEN, errors, answers);
            case IssueToken.ClientGone gone -> no(PasswordCodes.CLIENT_GONE, errors, answers);
            case IssueToken.GrantTypeNotAllowed not -> no(PasswordCodes.GRANT_TYPE_NOT_ALLOWED, errors, answers);
            case IssueToken.DemandNotMet unmet -> no(PasswordCodes.DEMAND_NOT_MET, errors, answers);
            case IssueToken.AccessTokenImpossible(String why) ->
                Reply.ok(answers.error(
                        Action.INTERNAL_SERVER_ERROR,
                        OAuthError.about("server_error", PasswordCodes.ACCESS_TOKEN_IMPOSSIBLE, why),
                        errors));
        };
    }

    private static Reply no(ResultCode code, ErrorPolicy errors, Answers answers) {
        return Reply.ok(answers.serverError(code, errors));
    }

    private Members issued(Service service, IssueToken.Issued issued, Answers answers) {
        ExchangeToken.Issued token = new ExchangeToken.Issued(
                GrantType.PASSWORD,
                issued.token(),
                null,
                issued.client(),
                issued.client().settings().authMethod(),
                issued.namedBy() == NamedBy.ALIAS,
                false);
        return new TokenAnswer(service, token, clock.now())
                .members(answers, answers.begin(Action.OK, PasswordCodes.ISSUED));
    }
}
