package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.BearerChallenge;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code auth/introspection}: what an access token is worth, and what a resource server shall answer. */
@Controller("/api")
@ExecuteOn(Gate.EXECUTOR)
final class IntrospectionController {
    private static final String PATH = "/auth/introspection";
    private static final String V3_PATH = "/{serviceId:[0-9]+}" + PATH;
    private final Gate gate;
    private final IntrospectToken introspectToken;
    private final Clock clock;

    IntrospectionController(Gate gate, IntrospectToken introspectToken, Clock clock) {
        this.gate = gate;
        this.introspectToken = introspectToken;
        this.clock = clock;
    }

    @Post(
            uris = {PATH, V3_PATH},
            consumes = MediaType.ALL)
    HttpResponse<byte[]> introspect(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "introspectionResponse");
        Family family = Answers.errors((message, errors) ->
                refused(OAuthError.about("invalid_request", IntrospectionCodes.INVALID, message), errors, answers));
        return gate.snapshot(call, family, service -> introspect(service, call.params(), answers));
    }

    private Reply introspect(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        Optional<String> unsupported = Unsupported.in(params);
        if (unsupported.isPresent()) {
            return refused(
                    OAuthError.about("invalid_request", IntrospectionCodes.NOT_SUPPORTED_YET, unsupported.get()),
                    errors,
                    answers);
        }
        String token = params.text("token");
        if (token == null) {
            return refused(OAuthError.of("invalid_request", IntrospectionCodes.NO_TOKEN), errors, answers);
        }
        return introspect(service, token, params, answers);
    }

    private Reply introspect(Service service, String token, Params params, Answers answers) {
        List<String> scopes = Objects.requireNonNullElse(params.words("scopes"), List.of());
        StepUp stepUp = StepUp.read(params);
        IntrospectToken.Command command = new IntrospectToken.Command(service, token, scopes, params.text("subject"));
        IntrospectToken.Result result = introspectToken.handle(command);
        return Reply.ok(new IntrospectionAnswer(answers, service, scopes, stepUp, clock.now()).of(result));
    }

    private static Reply refused(OAuthError error, ErrorPolicy errors, Answers answers) {
        return Reply.ok(
                answers.begin(Action.BAD_REQUEST, error).text("responseContent", BearerChallenge.of(error, errors)));
    }
}
