package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Attributes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service has the ready front, by which browsers and clients reach it without another server between: attributes
 * of the service. Login and consent stay on a page of the provider.
 *
 * @param enabled whether there is one
 * @param loginUri the provider's page, to which browsers are sent with {@code ticket=…} added; null if there is none yet
 * @param brand how its own pages look
 */
public record FrontPolicy(boolean enabled, @Nullable URI loginUri, Brand brand) {
    /** A service attribute: {@code true} opens the front. */
    public static final String ENABLED = "grantkeep.front";

    /** A service attribute: the page for login and consent, {@code https} or on the loopback. */
    public static final String LOGIN_URI = "grantkeep.front.login_uri";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @throws IllegalArgumentException if one of the attributes has a value that it cannot have
     */
    static FrontPolicy of(Attributes attributes) {
        return new FrontPolicy(
                attributes.flag(ENABLED),
                attributes.first(LOGIN_URI).map(FrontPolicy::page).orElse(null),
                Brand.of(attributes));
    }

    /** What lies at a path of the front. An issuer may end with a slash, and keeps it everywhere else. */
    public static String address(String issuer, String path) {
        return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + path;
    }

    private static URI page(String text) {
        return parsed(text)
                .filter(FrontPolicy::isSafe)
                .orElseThrow(() -> new IllegalArgumentException(
                        LOGIN_URI + " is an https address without a fragment, or an http address of the loopback"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI uri) {
        String host = uri.getHost();
        return host != null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(host)));
    }
}
