package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DecisionCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.application.port.in.authorization.FailAuthorization;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code auth/authorization/fail}: the no of the user or of the authorization server. */
@Endpoint
final class AuthorizationFailController {
    private static final String PATH = "/auth/authorization/fail";
    private final Gate gate;
    private final FailAuthorization failAuthorization;

    AuthorizationFailController(Gate gate, FailAuthorization failAuthorization) {
        this.gate = gate;
        this.failAuthorization = failAuthorization;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> fail(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "authorizationFailResponse");
        return gate.fresh(
                call,
                answers.serverErrors(DecisionCodes.FAIL_INVALID),
                service -> fail(service, call.params(), answers));
    }

    private Reply fail(Service service, Params params, Answers answers) {
        String ticket = params.requiredText("ticket");
        OAuthError error = error(params);
        ErrorPolicy errors = service.settings().errors();
        FailAuthorization.Command command = new FailAuthorization.Command(service, ticket, error.members(errors));
        return switch (failAuthorization.handle(command)) {
            case FailAuthorization.Failed failed ->
                Reply.ok(AuthorizationResponder.respond(answers.begin(error), failed.target(), failed.response()));
            case FailAuthorization.ResponseImpossible(String why) ->
                AuthorizationResponder.impossible(why, answers, errors);
            case FailAuthorization.NoTicket absent -> refused(answers, DecisionCodes.FAILED_TICKET_UNKNOWN, errors);
            case FailAuthorization.ClientGone gone -> refused(answers, DecisionCodes.FAILED_CLIENT_GONE, errors);
            case FailAuthorization.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    private static Reply refused(Answers answers, ResultCode code, ErrorPolicy errors) {
        return Reply.ok(answers.error(Action.BAD_REQUEST, OAuthError.of("invalid_request", code), errors));
    }

    private static OAuthError error(Params params) {
        FailureReason reason = params.name("reason", FailureReason.class);
        if (reason == null) {
            throw Params.missing("reason");
        }
        String ownWords = params.text("description");
        return ownWords == null ? reason.error() : reason.error().described(ownWords);
    }
}
