package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.PasswordCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.application.port.in.exchange.FailToken;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code auth/token/fail}: the no after a request with a password. */
@Endpoint
final class TokenFailController {
    private static final String PATH = "/auth/token/fail";
    private final Gate gate;
    private final FailToken failToken;

    TokenFailController(Gate gate, FailToken failToken) {
        this.gate = gate;
        this.failToken = failToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> fail(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "tokenFailResponse");
        return gate.fresh(
                call,
                answers.serverErrors(PasswordCodes.FAIL_INVALID),
                service -> fail(service, call.params(), answers));
    }

    private Reply fail(Service service, Params params, Answers answers) {
        FailToken.Command command = new FailToken.Command(service, params.requiredText("ticket"));
        TokenFailReason reason = params.name("reason", TokenFailReason.class);
        if (reason == null) {
            throw Params.missing("reason");
        }
        ErrorPolicy errors = service.settings().errors();
        return Reply.ok(
                failToken.handle(command)
                        ? answers.error(reason.action(), reason.error(), errors)
                        : answers.serverError(PasswordCodes.FAILED_TICKET_UNKNOWN, errors));
    }
}
