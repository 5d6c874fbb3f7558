package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.domain.authorization.ResponseTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An authorization response on its way to the client through the user's browser (RFC 6749 section 4.1.2; Form Post
 * Response Mode).
 *
 * @param form whether the content is an HTML page, not a URI to redirect to
 */
public record AuthorizationResponse(boolean form, String content) {
    /**
     * @param parameters in the order in which they shall stand
     */
    public static AuthorizationResponse of(ResponseTarget target, Map<String, String> parameters) {
        return switch (target.mode().asParameters()) {
            case QUERY -> redirect(target, querySeparator(target.redirectUri()), parameters);
            case FRAGMENT -> redirect(target, "#", parameters);
            default -> new AuthorizationResponse(true, FormPostPage.of(ascii(target.redirectUri()), parameters));
        };
    }

    private static AuthorizationResponse redirect(
            ResponseTarget target, String separator, Map<String, String> parameters) {
        String uri = ascii(target.redirectUri());
        return new AuthorizationResponse(false, parameters.isEmpty() ? uri : uri + separator + encode(parameters));
    }

    private static String querySeparator(String uri) {
        if (uri.indexOf('?') < 0) {
            return "?";
        }
        return uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The registered URI in the characters that RFC 3986 allows; it may have been registered with others. */
    private static String ascii(String uri) {
        return uri.chars().allMatch(c -> c > ' ' && c <= '~')
                ? uri
                : uri.codePoints()
                        .mapToObj(c -> c > ' ' && c <= '~' ? Character.toString(c) : encode(Character.toString(c)))
                        .collect(Collectors.joining());
    }
}
