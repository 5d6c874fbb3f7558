package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Form;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.userinfo.UserInfoController;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The userinfo endpoint (OpenID Connect Core section 5.3). */
@FrontEndpoint
@CrossOrigin(allowCredentials = false)
final class UserInfoFront {
    private static final String PATH = FrontEndpoint.SERVICE + "/userinfo";
    private final Answering answering;
    private final UserInfoController userInfo;

    UserInfoFront(Answering answering, UserInfoController userInfo) {
        this.answering = answering;
        this.userInfo = userInfo;
    }

    @Get(PATH)
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        return answer(FrontCall.of(request));
    }

    @Post(PATH)
    HttpResponse<byte[]> post(HttpRequest<byte[]> request) {
        return answer(FrontCall.of(request));
    }

    private HttpResponse<byte[]> answer(FrontCall call) {
        return answering.answer(
                call, UserInfoFront::params, userInfo::issue, ToClients.VOICE, ToClients::protectedResource);
    }

    private static Params params(FrontCall call) {
        List<String> tokens = Stream.concat(call.header("Bearer").stream(), inForm(call).stream())
                .toList();
        if (tokens.size() > 1) {
            throw Refusal.invalidRequest("The request has its access token in two places (RFC 6750 section 2).");
        }
        return Params.of(tokens.isEmpty() ? Map.of() : Map.of("token", JsonNode.createStringNode(tokens.get(0))));
    }

    private static Optional<String> inForm(FrontCall call) {
        try {
            return call.isPost()
                    ? Optional.ofNullable(Form.parse(call.form()).get("access_token"))
                            .map(values -> values.get(0))
                    : Optional.empty();
        } catch (BadRequest malformed) {
            throw Refusal.invalidRequest("The form is malformed.");
        }
    }
}
