package dev.grantkeep.adapter.rest.pushed;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.AuthorizationCodes;
import dev.grantkeep.adapter.rest.error.PushedRequestCodes;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.exchange.PresentedClient;
import dev.grantkeep.adapter.rest.exchange.TokenActions;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.pushed.PushRequest;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code pushed_auth_req}: the pushed authorization request endpoint (RFC 9126 section 2). Errors are told as JSON. */
@Endpoint
public final class PushedRequestController {
    /** The most bytes of a pushed request, as the client encoded it. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String PATH = "/pushed_auth_req";
    private final Gate gate;
    private final PushRequest pushRequest;

    PushedRequestController(Gate gate, PushRequest pushRequest) {
        this.gate = gate;
        this.pushRequest = pushRequest;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> push(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "pushedAuthReqResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(PushedRequestCodes.VALUE_INVALID),
                service -> push(service, call.params(), answers));
    }

    /** The answer to a call for this service. */
    public Reply push(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return Reply.ok(answers.serverError(PushedRequestCodes.NO_PARAMETERS, errors));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Reply.ok(answers.error(
                    Action.PAYLOAD_TOO_LARGE,
                    OAuthError.about("invalid_request", PushedRequestCodes.TOO_LARGE, Integer.toString(MAX_BYTES)),
                    errors));
        }
        Optional<String> unsupported = unsupported(params);
        if (unsupported.isPresent()) {
            return badRequest(
                    OAuthError.about("invalid_request", PushedRequestCodes.NOT_SUPPORTED_YET, unsupported.get()),
                    errors,
                    answers);
        }
        return ClientRequest.parse(text)
                .map(parameters -> push(service, parameters, params, answers))
                .orElseGet(() -> badRequest(
                        OAuthError.of("invalid_request", PushedRequestCodes.MALFORMED_PARAMETERS), errors, answers));
    }

    /** A proof binds the code that comes of the request to its key (RFC 9449 section 10.1). */
    private static Optional<String> unsupported(Params params) {
        return params.text("dpop") == null
                ? Unsupported.in(params)
                : Optional.of("The request contains 'dpop', but DPoP (RFC 9449) is not supported yet.");
    }

    private Reply push(Service service, Parameters parameters, Params params, Answers answers) {
        PushRequest.Command command =
                new PushRequest.Command(service, parameters, PresentedClient.of(params, parameters));
        ErrorPolicy errors = service.settings().errors();
        return switch (pushRequest.handle(command)) {
            case PushRequest.Pushed pushed -> Reply.ok(pushed(pushed, answers));
            case PushRequest.NotAuthenticated refused ->
                Reply.ok(withMethod(
                        answers.error(
                                TokenActions.elsewhere(refused.why()),
                                OAuthError.about(
                                        refused.why().wording().error(),
                                        TokenEndpointCodes.of(refused.why()),
                                        refused.detail()),
                                errors),
                        refused.client()));
            case PushRequest.Refused refused ->
                Reply.ok(withMethod(
                        answers.error(
                                action(refused.why()),
                                OAuthError.about(
                                        refused.why().error(), AuthorizationCodes.of(refused.why()), refused.detail()),
                                errors),
                        refused.client()));
            case PushRequest.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    private static Members pushed(PushRequest.Pushed pushed, Answers answers) {
        Members body = new Members()
                .text("request_uri", pushed.handle())
                .number("expires_in", pushed.life().seconds());
        return withMethod(
                answers.begin(
                                Action.CREATED,
                                PushedRequestCodes.PUSHED,
                                pushed.client().id(),
                                pushed.handle())
                        .text("responseContent", Json.writeText(body.build()))
                        .text("requestUri", pushed.handle()),
                pushed.client());
    }

    /** The method that is expected of the client, once it is known. */
    private static Members withMethod(Members to, @Nullable Client client) {
        return to.name(
                "clientAuthMethod", client == null ? null : client.settings().authMethod());
    }

    /** What is demanded of the client's requests and cannot be given keeps it from pushing any. */
    private static Action action(AuthorizationRefusal why) {
        return switch (why) {
            case DEMAND_NOT_MET -> Action.FORBIDDEN;
            case RESPONSE_IMPOSSIBLE -> Action.INTERNAL_SERVER_ERROR;
            default -> Action.BAD_REQUEST;
        };
    }

    private static Reply badRequest(OAuthError error, ErrorPolicy errors, Answers answers) {
        return Reply.ok(answers.error(Action.BAD_REQUEST, error, errors));
    }
}
