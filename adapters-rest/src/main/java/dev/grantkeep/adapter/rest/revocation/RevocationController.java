package dev.grantkeep.adapter.rest.revocation;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.exchange.PresentedClient;
import dev.grantkeep.adapter.rest.exchange.TokenActions;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.exchange.RevocationRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.in.revocation.RevokeToken;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code auth/revocation}: revocation by the client that holds the token (RFC 7009). */
@Endpoint
public final class RevocationController {
    private static final String PATH = "/auth/revocation";
    /** The name of a function, as {@code package.callback}; nothing else gets into a script. */
    private static final Pattern CALLBACK = Pattern.compile("(?=.{1,200}$)[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*");

    private final Gate gate;
    private final RevokeToken revokeToken;

    RevocationController(Gate gate, RevokeToken revokeToken) {
        this.gate = gate;
        this.revokeToken = revokeToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> revoke(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "revocationResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(TokenEndpointCodes.REVOCATION_INVALID),
                service -> revoke(service, call.params(), answers));
    }

    /** The answer to a call for this service. */
    public Reply revoke(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return Reply.ok(answers.serverError(TokenEndpointCodes.NO_REVOCATION_PARAMETERS, errors));
        }
        Optional<Parameters> parameters = ClientRequest.parse(text);
        Optional<OAuthError> refusal = parameters.isEmpty()
                ? Optional.of(invalid(TokenEndpointCodes.MALFORMED_REVOCATION))
                : refusal(parameters.get(), params);
        return refusal.map(error -> Reply.ok(answers.error(Action.BAD_REQUEST, error, errors)))
                .orElseGet(() -> revoke(service, parameters.orElseThrow(), params, answers));
    }

    private static Optional<OAuthError> refusal(Parameters parameters, Params params) {
        Optional<OAuthError> unsupported = Unsupported.in(params)
                .map(message ->
                        OAuthError.about("invalid_request", TokenEndpointCodes.REVOCATION_NOT_SUPPORTED_YET, message));
        Optional<String> repeated = parameters.repeated();
        if (unsupported.isPresent() || repeated.isPresent()) {
            return unsupported.or(() -> repeated.map(name -> error(TokenRequestRefusal.PARAMETER_REPEATED, name)));
        }
        if (parameters.value("token").isEmpty()) {
            return Optional.of(error(RevocationRefusal.NO_TOKEN, null));
        }
        return parameters
                .value("callback")
                .filter(name -> !CALLBACK.matcher(name).matches())
                .map(name -> invalid(TokenEndpointCodes.MALFORMED_CALLBACK));
    }

    private Reply revoke(Service service, Parameters parameters, Params params, Answers answers) {
        RevokeToken.Command command = new RevokeToken.Command(
                service,
                PresentedClient.of(params, parameters),
                parameters.value("token").orElseThrow(),
                parameters.value("token_type_hint").orElse(null));
        return switch (revokeToken.handle(command)) {
            case RevokeToken.Done done ->
                Reply.ok(answers.begin(Action.OK, TokenEndpointCodes.REVOKED)
                        .text(
                                "responseContent",
                                parameters
                                        .value("callback")
                                        .map(name -> name + "();")
                                        .orElse(null)));
            case RevokeToken.Refused refused ->
                Reply.ok(answers.error(
                        TokenActions.of(refused.why()),
                        error(refused.why(), refused.detail()),
                        service.settings().errors()));
            case RevokeToken.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    private static OAuthError error(TokenRefusal why, @Nullable String detail) {
        return OAuthError.about(why.wording().error(), TokenEndpointCodes.of(why), detail);
    }

    private static OAuthError invalid(ResultCode code) {
        return OAuthError.of("invalid_request", code);
    }
}
