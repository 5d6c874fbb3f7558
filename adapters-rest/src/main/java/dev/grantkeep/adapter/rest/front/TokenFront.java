package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.exchange.TokenController;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.pushed.PushedRequestController;
import dev.grantkeep.adapter.rest.revocation.RevocationController;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.cors.CrossOrigin;
import java.util.Objects;

/**
 * Where clients authenticate: the token endpoint (RFC 6749 section 3.2), the revocation endpoint (RFC 7009) and the pushed
 * authorization request endpoint (RFC 9126).
 */
@FrontEndpoint
@CrossOrigin(allowCredentials = false)
final class TokenFront {
    private static final TokenRefusal UNSUPPORTED = TokenRequestRefusal.UNSUPPORTED_GRANT_TYPE;

    private final Answering answering;
    private final TokenController token;
    private final RevocationController revocation;
    private final PushedRequestController pushedRequest;

    TokenFront(
            Answering answering,
            TokenController token,
            RevocationController revocation,
            PushedRequestController pushedRequest) {
        this.answering = answering;
        this.token = token;
        this.revocation = revocation;
        this.pushedRequest = pushedRequest;
    }

    @Post(FrontEndpoint.SERVICE + "/par")
    HttpResponse<byte[]> push(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                pushedRequest::push,
                ToClients.VOICE,
                ToClients::json);
    }

    @Post(FrontEndpoint.SERVICE + "/token")
    HttpResponse<byte[]> token(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                this::token,
                ToClients.VOICE,
                ToClients::json);
    }

    /** Nobody is here who could check a password. */
    private Reply token(Service service, Params params, Answers answers) {
        boolean password = ClientRequest.parse(Objects.requireNonNullElse(params.clientRequest(), ""))
                .flatMap(parameters -> parameters.value("grant_type"))
                .filter(GrantType.PASSWORD.wireName()::equals)
                .isPresent();
        return password
                ? Reply.ok(answers.error(
                        Action.BAD_REQUEST,
                        OAuthError.about(
                                UNSUPPORTED.wording().error(),
                                TokenEndpointCodes.of(UNSUPPORTED),
                                GrantType.PASSWORD.wireName()),
                        service.settings().errors()))
                : token.token(service, params, answers);
    }

    @Post(FrontEndpoint.SERVICE + "/revoke")
    HttpResponse<byte[]> revoke(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                revocation::revoke,
                ToClients.VOICE,
                ToClients::json);
    }
}
