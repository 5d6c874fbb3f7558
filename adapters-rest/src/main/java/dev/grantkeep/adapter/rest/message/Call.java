package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.adapter.rest.signal.CallOutcome;
import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.PlainText;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to the API, taken apart: its dialect, its service, its path within the API, its parameters. */
public final class Call {
    private static final byte[] NO_BODY = {};
    private static final String PREFIX = "/api";

    private final HttpRequest<?> request;
    private final Dialect dialect;
    private final @Nullable String serviceNumber;
    private final String path;
    private @Nullable Params params;

    private Call(HttpRequest<?> request) {
        this.request = request;
        String raw = request.getUri().getRawPath();
        int slash = raw.startsWith(PREFIX + "/") ? raw.indexOf('/', PREFIX.length() + 1) : -1;
        String number = slash < 0 ? "" : raw.substring(PREFIX.length() + 1, slash);
        if (!number.isEmpty() && PlainText.isWithin(number, '0', '9')) {
            dialect = Dialect.V3;
            serviceNumber = number;
            path = raw.substring(slash);
        } else {
            dialect = Dialect.V2;
            serviceNumber = null;
            path = raw.startsWith(PREFIX) ? raw.substring(PREFIX.length()) : raw;
        }
    }

    public static Call of(HttpRequest<?> request) {
        return new Call(request);
    }

    /**
     * 3.0 if the path names a service. The calls for all services have the same path in 2.x and 3.0; there the
     * credential tells: a token is 3.0.
     */
    public Dialect dialect() {
        return path.startsWith("/service/") && hasToken() ? Dialect.V3 : dialect;
    }

    /** Whether the path names a service, as in 3.0. */
    public boolean namesService() {
        return serviceNumber != null;
    }

    /** The service that the path names; empty if it names none, or no service can have its number. */
    public Optional<ServiceId> service() {
        return serviceNumber == null ? Optional.empty() : serviceId(serviceNumber);
    }

    /** The path within the API, without the prefix and the service, as result messages show it; still encoded. */
    public String path() {
        return path;
    }

    /**
     * What follows the prefix in the path, percent-decoded once; it may hold slashes.
     *
     * @param prefix such as {@code /client/get/}
     * @throws BadRequest if it is not well encoded
     */
    public String tail(String prefix) {
        return Form.percentDecode(rawTail(prefix));
    }

    /**
     * What follows the prefix, cut at its first slash; both parts percent-decoded once.
     *
     * @throws BadRequest if there are not two parts, or they are not well encoded
     */
    public Pair pair(String prefix) {
        String raw = rawTail(prefix);
        int slash = raw.indexOf('/');
        if (slash < 1) {
            throw new BadRequest("The path is not complete.");
        }
        return new Pair(Form.percentDecode(raw.substring(0, slash)), Form.percentDecode(raw.substring(slash + 1)));
    }

    /** Two parts of a path. */
    public record Pair(String first, String second) {}

    /**
     * The parameters of the body or, if that is absent, of the query; read when they are asked for: after the caller is known.
     *
     * @throws Unreadable if the body cannot be read
     * @throws BadRequest if a parameter stands twice
     */
    public Params params() {
        Params read = params == null ? readParams() : params;
        params = read;
        return read;
    }

    /**
     * The members of a service or client that the body holds.
     *
     * @throws Unreadable if the body is missing, empty or cannot be read
     */
    public SentMembers members() {
        requireBody();
        return Params.membersOfBody(request.getContentType().orElse(null), body());
    }

    private void requireBody() {
        if (new String(body(), StandardCharsets.ISO_8859_1).isBlank()) {
            throw new Unreadable(Unreadable.Reason.MALFORMED, "The request body is missing or empty.");
        }
    }

    private Params readParams() {
        byte[] body = body();
        return body.length == 0
                ? Params.ofQuery(request.getUri().getRawQuery())
                : Params.ofBody(request.getContentType().orElse(null), body);
    }

    private byte[] body() {
        return request.getBody(byte[].class).orElse(NO_BODY);
    }

    /** Tells those who watch what came of it. */
    public void note(Reply reply) {
        CallSignal.of(request).ifPresent(signal -> signal.note(CallOutcome.of(reply.status(), reply.resultCode())));
    }

    /** All values of a header. */
    public List<String> headers(String name) {
        return request.getHeaders().getAll(name);
    }

    /** The number of a service as text; empty if no service can have it, or if it is written otherwise than ids are. */
    public static Optional<ServiceId> serviceId(String digits) {
        if (!PlainText.isNumber(digits, 19) || digits.startsWith("0")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ServiceId(Long.parseLong(digits)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Whether an Authorization header carries a token: by RFC 6750 or, as the Java client can be told to, by RFC 9449. */
    public static boolean hasToken(String header) {
        return header.regionMatches(true, 0, "Bearer ", 0, 7) || header.regionMatches(true, 0, "DPoP ", 0, 5);
    }

    private boolean hasToken() {
        return headers("Authorization").stream().anyMatch(Call::hasToken);
    }

    private String rawTail(String prefix) {
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    }
}
