package dev.grantkeep.domain.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * A registered redirection endpoint: an absolute URI without a fragment (RFC 6749 section 3.1.2), at most 2,000
 * characters. It is compared as text, character for character (RFC 9700 section 2.1).
 */
public record RedirectUri(String value) {
    public static final int MAX_LENGTH = 2_000;

    /** Schemes by which a browser would run what the client chose within the authorization server's page. */
    private static final Set<String> RUN_BY_BROWSERS = Set.of("javascript", "data", "vbscript");

    public RedirectUri {
        URI uri = parse(value);
        if (uri.isAbsolute() && RUN_BY_BROWSERS.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a redirect URI has no scheme that a browser runs");
        }
        if (!uri.isAbsolute() || uri.getRawFragment() != null || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a redirect URI is absolute, without a fragment and of at most " + MAX_LENGTH + " characters");
        }
    }

    /** Whether the asked URI is this one; with a variable loopback port, whatever its port (RFC 8252 section 7.3). */
    public boolean matches(String asked, boolean loopbackPortVariable) {
        return value.equals(asked) || (loopbackPortVariable && isLoopback() && sameButForPort(asked));
    }

    private boolean isLoopback() {
        URI uri = parse(value);
        String host = uri.getHost();
        return "http".equals(uri.getScheme()) && ("127.0.0.1".equals(host) || "[::1]".equals(host));
    }

    private boolean sameButForPort(String asked) {
        try {
            return withoutPort(new URI(asked)).equals(withoutPort(parse(value)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutPort(URI uri) {
        return uri.getScheme() + "://" + uri.getRawUserInfo() + "@" + uri.getHost() + uri.getRawPath() + "?"
                + uri.getRawQuery() + "#" + uri.getRawFragment();
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URI (RFC 3986)", e);
        }
    }
}
