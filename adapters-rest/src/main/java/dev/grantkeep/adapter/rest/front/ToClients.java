package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** Answers as clients get them: JSON bodies by RFC 6749 section 5, challenges by RFC 6750 section 3. */
final class ToClients implements Voice {
    static final ToClients VOICE = new ToClients();

    private static final String BASIC = "Basic realm=\"OAuth\", charset=\"UTF-8\"";

    private ToClients() {}

    /** What the action of a call of an endpoint at which clients authenticate says. */
    static MutableHttpResponse<byte[]> json(Outcome outcome) {
        MutableHttpResponse<byte[]> response =
                body(status(outcome.action()), MediaType.APPLICATION_JSON, outcome.content());
        return response.status() == HttpStatus.UNAUTHORIZED
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, BASIC)
                : response;
    }

    /** What the action of a call of the userinfo endpoint says; errors stand in the header alone. */
    static MutableHttpResponse<byte[]> protectedResource(Outcome outcome) {
        return switch (outcome.action()) {
            case JSON -> body(HttpStatus.OK, MediaType.APPLICATION_JSON, outcome.content());
            case JWT -> body(HttpStatus.OK, "application/jwt", outcome.content());
            default -> challenge(status(outcome.action()), outcome.content());
        };
    }

    static MutableHttpResponse<byte[]> challenge(HttpStatus status, String challenge) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(status);
        return Reply.notStored(response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    static MutableHttpResponse<byte[]> body(HttpStatus status, String type, String content) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(status);
        return Reply.notStored(response.contentType(type).body(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpStatus status(Action action) {
        return switch (action) {
            case CREATED -> HttpStatus.CREATED;
            case PAYLOAD_TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case OK, ID_TOKEN_REISSUABLE, JSON, JWT -> HttpStatus.OK;
            case UNAUTHORIZED, INVALID_CLIENT -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    @Override
    public MutableHttpResponse<byte[]> refusal(Refusal refusal) {
        MutableHttpResponse<byte[]> response =
                error(HttpStatus.valueOf(refusal.status()), refusal.error(), refusal.description());
        return refusal.status() == 401 ? response.header(HttpHeaders.WWW_AUTHENTICATE, BASIC) : response;
    }

    @Override
    public MutableHttpResponse<byte[]> failure(Reply reply) {
        return switch (reply.status()) {
            case 404 -> error(HttpStatus.NOT_FOUND, "invalid_request", "There is no such endpoint.");
            case 403 -> error(HttpStatus.BAD_REQUEST, "unauthorized_client", "The client is locked.");
            case 400 -> error(HttpStatus.BAD_REQUEST, "invalid_request", "The request is malformed.");
            case 503 ->
                error(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable", "Try again in a moment.")
                        .header(HttpHeaders.RETRY_AFTER, "1");
            default -> error(HttpStatus.INTERNAL_SERVER_ERROR, "server_error", "Something went wrong.");
        };
    }

    private static MutableHttpResponse<byte[]> error(HttpStatus status, String error, String description) {
        Members body = Outcome.error(error, description);
        return body(status, MediaType.APPLICATION_JSON, Json.writeText(body.build()));
    }
}
