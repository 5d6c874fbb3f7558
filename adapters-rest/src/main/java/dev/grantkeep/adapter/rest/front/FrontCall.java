package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.service.ServiceId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request of a browser or a client to the front of a service. */
final class FrontCall {
    private static final Pattern SERVICE = Pattern.compile("/oauth/([0-9]+)(/|$)");
    private static final byte[] NO_BODY = {};

    private final HttpRequest<?> request;
    private final Call call;

    private FrontCall(HttpRequest<?> request) {
        this.request = request;
        this.call = Call.of(request);
    }

    static FrontCall of(HttpRequest<?> request) {
        return new FrontCall(request);
    }

    /** The same as the API sees it. */
    Call call() {
        return call;
    }

    /** The service that the path names; empty if no service can have its number. */
    Optional<ServiceId> service() {
        Matcher path = SERVICE.matcher(request.getUri().getRawPath());
        return path.find() ? Call.serviceId(path.group(1)) : Optional.empty();
    }

    boolean isPost() {
        return request.getMethod().equals(HttpMethod.POST);
    }

    /** The path with which the request came. */
    String path() {
        return request.getUri().getRawPath();
    }

    /** How the request was addressed, without its path; empty if it does not say. */
    Optional<URI> origin() {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        try {
            return host == null
                    ? Optional.empty()
                    : Optional.of(URI.create((request.isSecure() ? "https://" : "http://") + host));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The query, still encoded. */
    String query() {
        return Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
    }

    /**
     * The body, a form that is still encoded; none is an empty one.
     *
     * @throws Refusal if it is something else, or too large
     */
    String form() {
        byte[] body = request.getBody(byte[].class).orElse(NO_BODY);
        if (body.length > Params.MAX_BODY) {
            throw Refusal.tooLarge();
        }
        boolean form = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isPresent();
        if (!form && body.length > 0) {
            throw Refusal.invalidRequest("The body of the request is not application/x-www-form-urlencoded.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What the API is called with: the form, and the client that the Basic header names (RFC 6749 section 2.3.1). */
    Params clientParams(String form) {
        Map<String, JsonNode> params = new LinkedHashMap<>();
        params.put("parameters", JsonNode.createStringNode(form));
        header("Basic").ifPresent(encoded -> {
            String pair = decoded(encoded);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw Refusal.invalidClient();
            }
            params.put("clientId", JsonNode.createStringNode(pair.substring(0, colon)));
            params.put("clientSecret", JsonNode.createStringNode(pair.substring(colon + 1)));
        });
        return Params.of(params);
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalidClient();
        }
    }

    /**
     * What the Authorization header holds if it is of this scheme.
     *
     * @throws Refusal if there are two headers: nobody could tell which one counts
     */
    Optional<String> header(String scheme) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() > 1) {
            throw Refusal.invalidRequest("The request has more than one Authorization header.");
        }
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(header -> header.substring(scheme.length() + 1).strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return "FrontCall[" + service() + "]";
    }
}
