package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.exchange.TokenController;
import dev.grantkeep.adapter.rest.revocation.RevocationController;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.cors.CrossOrigin;

/** The token endpoint (RFC 6749 section 3.2) and the revocation endpoint (RFC 7009). */
@FrontEndpoint
@CrossOrigin(allowCredentials = false)
final class TokenFront {
    private final Answering answering;
    private final TokenController token;
    private final RevocationController revocation;

    TokenFront(Answering answering, TokenController token, RevocationController revocation) {
        this.answering = answering;
        this.token = token;
        this.revocation = revocation;
    }

    @Post(FrontEndpoint.SERVICE + "/token")
    HttpResponse<byte[]> token(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                token::token,
                ToClients.VOICE,
                ToClients::json);
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
