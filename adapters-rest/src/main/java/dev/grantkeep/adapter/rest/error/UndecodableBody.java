package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Call;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/** A body that is not compressed as its Content-Encoding says is the caller's mistake. */
@Singleton
final class UndecodableBody implements ExceptionHandler<DecompressionException, HttpResponse<byte[]>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<byte[]> handle(HttpRequest request, DecompressionException exception) {
        return CommonCodes.REQUEST_MALFORMED
                .reply(Call.of((HttpRequest<?>) request).path(), "The body is not what its Content-Encoding says.")
                .toHttp();
    }
}
