package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Post;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code auth/introspection/standard}: introspection by RFC 7662. Who asks is authenticated by the caller. */
@Endpoint
public final class StandardIntrospectionController {
    private static final String PATH = "/auth/introspection/standard";
    private static final String JWT = "application/token-introspection+jwt";

    private final Gate gate;
    private final IntrospectStandard introspectStandard;

    StandardIntrospectionController(Gate gate, IntrospectStandard introspectStandard) {
        this.gate = gate;
        this.introspectStandard = introspectStandard;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> introspect(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "standardIntrospectionResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(IntrospectionCodes.STANDARD_INVALID),
                service -> introspect(service, call.params(), answers, introspectStandard));
    }

    /**
     * The answer to a call for this service.
     *
     * @param how the token is looked at
     */
    public Reply introspect(Service service, Params params, Answers answers, IntrospectStandard how) {
        return Reply.ok(introspected(service, params, answers, how));
    }

    private static Members introspected(Service service, Params params, Answers answers, IntrospectStandard how) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return answers.serverError(IntrospectionCodes.NO_PARAMETERS, errors);
        }
        Optional<Parameters> parameters = ClientRequest.parse(text);
        Optional<OAuthError> refusal = parameters.isEmpty()
                ? Optional.of(OAuthError.of("invalid_request", IntrospectionCodes.MALFORMED_PARAMETERS))
                : refusal(parameters.get(), params);
        return refusal.map(error -> answers.error(Action.BAD_REQUEST, error, errors))
                .orElseGet(() -> introspected(service, parameters.orElseThrow(), params, answers, how));
    }

    private static Optional<OAuthError> refusal(Parameters parameters, Params params) {
        Optional<String> repeated = parameters.repeated();
        if (repeated.isPresent()) {
            return Optional.of(
                    OAuthError.about("invalid_request", IntrospectionCodes.PARAMETER_REPEATED, repeated.get()));
        }
        if (parameters.value("token").isEmpty()) {
            return Optional.of(OAuthError.of("invalid_request", IntrospectionCodes.NO_STANDARD_TOKEN));
        }
        return wantsJwt(params)
                ? Optional.of(OAuthError.of("invalid_request", IntrospectionCodes.JWT_NOT_SUPPORTED))
                : Optional.empty();
    }

    /** Whether the resource server accepts a JWT and says nothing of JSON (RFC 9701 section 4). */
    private static boolean wantsJwt(Params params) {
        String accept = params.text("httpAcceptHeader");
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains(JWT)
                && !accept.toLowerCase(Locale.ROOT).contains(MediaType.APPLICATION_JSON);
    }

    private static Members introspected(
            Service service, Parameters parameters, Params params, Answers answers, IntrospectStandard how) {
        IntrospectStandard.Command command = new IntrospectStandard.Command(
                service,
                parameters.value("token").orElseThrow(),
                parameters.value("token_type_hint").orElse(null),
                params.text("rsUri"));
        return switch (how.handle(command)) {
            case IntrospectStandard.Active active ->
                performed(answers, active.kind(), true)
                        .text(
                                "responseContent",
                                StandardIntrospection.active(service, active, params.flag("withHiddenProperties")));
            case IntrospectStandard.Inactive inactive ->
                performed(answers, inactive.kind(), false).text("responseContent", StandardIntrospection.INACTIVE);
        };
    }

    private static Members performed(Answers answers, @Nullable Kind kind, boolean active) {
        String type = kind == null ? "unknown" : kind.name().toLowerCase(Locale.ROOT);
        return answers.begin(Action.OK, IntrospectionCodes.PERFORMED, type, active);
    }
}
