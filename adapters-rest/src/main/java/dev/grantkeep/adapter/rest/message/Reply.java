package dev.grantkeep.adapter.rest.message;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.tree.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param body null is no body
 * @param written the body where it is written already
 */
public record Reply(
        int status, @Nullable JsonNode body, @Nullable ByteBuffer written) {
    private static final String RETRY_AFTER_SECONDS = "1";

    public Reply(int status, @Nullable JsonNode body) {
        this(status, body, null);
    }

    public static Reply ok(Members members) {
        return new Reply(HttpStatus.OK.getCode(), members.build());
    }

    /** The members, of which there is one at least, and the entries of a list as the last one. */
    public static Reply ok(Members members, String name, Lists.Entries entries) {
        byte[] others = Json.write(members.build());
        byte[] label = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
        byte[] array = entries.array();
        ByteBuffer body = ByteBuffer.allocate(others.length + label.length + array.length);
        body.put(others, 0, others.length - 1).put(label).put(array).put((byte) '}');
        return new Reply(HttpStatus.OK.getCode(), null, body);
    }

    /** A body that is JSON already. */
    public static Reply written(byte[] json) {
        return new Reply(HttpStatus.OK.getCode(), null, ByteBuffer.wrap(json));
    }

    public static Reply noContent() {
        return new Reply(HttpStatus.NO_CONTENT.getCode(), null);
    }

    /** Its result code; null if it has none. */
    @Nullable
    String resultCode() {
        @Nullable JsonNode code = body == null ? null : body.get("resultCode");
        return code == null ? null : code.getStringValue();
    }

    public MutableHttpResponse<byte[]> toHttp() {
        MutableHttpResponse<byte[]> response = notStored(HttpResponse.status(HttpStatus.valueOf(status)));
        if (status == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Grantkeep\", charset=\"UTF-8\"");
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Grantkeep\"");
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        byte[] bytes = bytes();
        return bytes == null
                ? response
                : response.contentType(MediaType.APPLICATION_JSON_TYPE).body(bytes);
    }

    private byte @Nullable [] bytes() {
        if (written != null) {
            return written.array();
        }
        return body == null ? null : Json.write(body);
    }

    /** A plain text, which is no answer of the API proper. */
    public static MutableHttpResponse<byte[]> text(String text) {
        MutableHttpResponse<byte[]> response = HttpResponse.ok(text.getBytes(StandardCharsets.US_ASCII));
        return notStored(response.contentType(MediaType.TEXT_PLAIN_TYPE));
    }

    /** No cache on the way may keep an answer: most hold tokens or secrets (RFC 6749 section 5.1). */
    public static <B> MutableHttpResponse<B> notStored(MutableHttpResponse<B> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.PRAGMA, "no-cache");
    }
}
