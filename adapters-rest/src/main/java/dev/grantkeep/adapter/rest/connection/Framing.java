package dev.grantkeep.adapter.rest.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/**
 * Whether everyone on the way must have read the same request: else a second one may be hidden in the first (RFC 9112
 * section 11.2). The codec has refused what it cannot frame; here is what it lets through.
 */
final class Framing {
    private Framing() {}

    static boolean isClear(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return namesOneHost(request, headers) && isPlainOrChunked(headers);
    }

    /** RFC 9112 section 3.2. */
    private static boolean namesOneHost(HttpRequest request, HttpHeaders headers) {
        int hosts = headers.getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1));
    }

    /** RFC 9112 section 6.1: another coding than chunked is none that this server knows. */
    private static boolean isPlainOrChunked(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0)));
    }
}
