package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.BearerChallenge;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Introspection;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code auth/introspection}: what an access token is worth, and what a resource server shall answer. */
@Endpoint
final class IntrospectionController {
    private static final String PATH = "/auth/introspection";
    private final Gate gate;
    private final IntrospectToken introspectToken;

    IntrospectionController(Gate gate, IntrospectToken introspectToken) {
        this.gate = gate;
        this.introspectToken = introspectToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
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
        Introspection required = required(params);
        IntrospectToken.Result result = introspectToken.handle(new IntrospectToken.Command(service, token, required));
        return Reply.ok(new IntrospectionAnswer(answers, service, required).of(result));
    }

    private static Introspection required(Params params) {
        List<String> scopes = words(params, "scopes");
        long maxAge = params.number("maxAge");
        if (maxAge < 0) {
            throw new BadRequest("The value of 'maxAge' must not be negative.");
        }
        return new Introspection(
                scopes, params.text("subject"), words(params, "resources"), words(params, "acrValues"), maxAge);
    }

    private static List<String> words(Params params, String name) {
        return Objects.requireNonNullElse(params.words(name), List.of());
    }

    private static Reply refused(OAuthError error, ErrorPolicy errors, Answers answers) {
        return Reply.ok(
                answers.begin(Action.BAD_REQUEST, error).text("responseContent", BearerChallenge.of(error, errors)));
    }
}
