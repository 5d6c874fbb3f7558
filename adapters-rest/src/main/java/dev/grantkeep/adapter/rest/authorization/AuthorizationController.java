package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.AuthorizationCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.application.port.in.authorization.StartAuthorization;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Optional;

/** {@code auth/authorization}: checks a client's authorization request and gives a ticket for the decision. */
@Endpoint
public final class AuthorizationController {
    private static final String PATH = "/auth/authorization";
    private final Gate gate;
    private final StartAuthorization startAuthorization;
    private final AuthorizationResponder responder;

    AuthorizationController(Gate gate, StartAuthorization startAuthorization, AuthorizationResponder responder) {
        this.gate = gate;
        this.startAuthorization = startAuthorization;
        this.responder = responder;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> authorize(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "authorizationResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(AuthorizationCodes.VALUE_INVALID),
                service -> authorize(service, call.params(), answers));
    }

    /** The answer to a call for this service. */
    public Reply authorize(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return Reply.ok(answers.serverError(AuthorizationCodes.NO_PARAMETERS, errors));
        }
        Optional<Parameters> parameters = ClientRequest.parse(text);
        if (parameters.isEmpty()) {
            OAuthError error = OAuthError.of("invalid_request", AuthorizationCodes.MALFORMED_PARAMETERS);
            return Reply.ok(answers.error(Action.BAD_REQUEST, error, errors));
        }
        return authorize(new StartAuthorization.Command(service, parameters.get(), params.text("context")), answers);
    }

    private Reply authorize(StartAuthorization.Command command, Answers answers) {
        return switch (startAuthorization.handle(command)) {
            case StartAuthorization.Valid valid -> Reply.ok(AuthorizationAnswer.of(command.service(), valid, answers));
            case StartAuthorization.Refused refused -> refused(command.service(), refused, answers);
            case StartAuthorization.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    private Reply refused(Service service, StartAuthorization.Refused refused, Answers answers) {
        OAuthError error =
                OAuthError.about(refused.why().error(), AuthorizationCodes.of(refused.why()), refused.detail());
        Recipient to = refused.to();
        if (to != null) {
            return responder.error(service, to, error, answers);
        }
        Action action = refused.why() == AuthorizationRefusal.RESPONSE_IMPOSSIBLE
                ? Action.INTERNAL_SERVER_ERROR
                : Action.BAD_REQUEST;
        return Reply.ok(answers.error(action, error, service.settings().errors()));
    }
}
