package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Gives the errors that never reach an endpoint, such as an unknown path, the same envelope as all others. */
@Singleton
@Primary
final class EnvelopeErrors implements ErrorResponseProcessor<JsonNode> {
    @Override
    public MutableHttpResponse<JsonNode> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Reply reply = reply(pathOf(context.getRequest()), response.code());
        return Reply.notStored(response)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Objects.requireNonNull(reply.body()));
    }

    private static Reply reply(String path, int status) {
        return switch (status) {
            case 404 -> CommonCodes.PATH_UNKNOWN.reply(path);
            case 405 -> CommonCodes.METHOD_NOT_ALLOWED.reply(path);
            case 406 -> CommonCodes.NOT_ACCEPTABLE.reply(path);
            case 413 -> CommonCodes.BODY_TOO_LARGE.reply(path, "The request is too large.");
            case 415 -> CommonCodes.CONTENT_TYPE_UNSUPPORTED.reply(path, "The content type is not supported.");
            default ->
                status < 500
                        ? CommonCodes.REQUEST_MALFORMED.reply(path, "The request is malformed.")
                        : CommonCodes.SERVER_ERROR.reply(path);
        };
    }

    private static String pathOf(HttpRequest<?> request) {
        return Call.of(request).path();
    }
}
