package dev.grantkeep.domain.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registered redirection endpoint: an absolute URI without a fragment (RFC 6749 section 3.1.2), at most 2,000
 * characters. It is compared as text, character for character (RFC 9700 section 2.1).
 */
public record RedirectUri(String value) {
    public static final int MAX_LENGTH = 2_000;

    /** Schemes by which a browser would run what the client chose within the authorization server's page. */
    private static final Set<String> RUN_BY_BROWSERS = Set.of("javascript", "data", "vbscript");

    /**
     * Schemes that belong to somebody already: to browsers, to files and systems, to other protocols and the programs for
     * them. A response cannot come to the client alone by these.
     */
    private static final Set<String> OF_OTHERS =
            Set.of(("about blob chrome edge feed filesystem intent jar opera resource view-source wyciwyg"
                            + " cid file hcp help its mhtml mid mk ms-help ms-its ms-settings res search-ms shell"
                            + " dict dns ftp ftps git gopher imap irc ircs ldap ldaps magnet nfs nntp news pop rsync rtsp sftp"
                            + " smb ssh svn telnet tn3270 wais ws wss xmpp"
                            + " callto facetime facetime-audio geo h323 mailto maps market mms mmsto sip sips skype sms smsto"
                            + " tel webcal")
                    .split(" "));

    /** The authority of a URI, with a host and no more than a port that there can be. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?(\\[[^]]+]|[^:@\\[\\]]+)(?::([0-9]{0,5}))?");

    private static final int LAST_PORT = 65_535;

    public RedirectUri {
        URI uri = parse(value);
        if (uri.isAbsolute() && RUN_BY_BROWSERS.contains(schemeOf(uri))) {
            throw new IllegalArgumentException("a redirect URI has no scheme that a browser runs");
        }
        if (!uri.isAbsolute() || uri.getRawFragment() != null || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a redirect URI is absolute, without a fragment and of at most " + MAX_LENGTH + " characters");
        }
    }

    /** Whether the asked URI is this one; with a variable loopback port, whatever its port (RFC 8252 section 7.3). */
    public boolean matches(String asked, boolean loopbackPortVariable) {
        return value.equals(asked) || (loopbackPortVariable && isSameLoopback(asked));
    }

    private boolean isSameLoopback(String asked) {
        Optional<Loopback> registered = Loopback.of(value);
        return registered.isPresent() && registered.equals(Loopback.of(asked));
    }

    /**
     * Whether a response that goes there comes to the client alone: by {@code https} to a host (RFC 9110 section 4.2.2), by
     * {@code http} to the loopback interface, or by a scheme of the client's own (RFC 9700 section 2.6, RFC 8252 section 7).
     * A scheme is the client's own if nobody else is known to have it.
     */
    public boolean isSafe() {
        URI uri = parse(value);
        return switch (schemeOf(uri)) {
            case "https" -> isHost(uri.getRawAuthority());
            case "http" -> Loopback.of(value).isPresent();
            case String other -> !OF_OTHERS.contains(other);
        };
    }

    /** In lower case: the case of a host says nothing (RFC 3986 section 3.2.2). Empty if it has none. */
    public Optional<String> host() {
        @Nullable String authority = parse(value).getRawAuthority();
        Matcher matcher = AUTHORITY.matcher(authority == null ? "" : authority);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isHost(@Nullable String authority) {
        Matcher matcher = AUTHORITY.matcher(authority == null ? "" : authority);
        return matcher.matches() && isPort(matcher.group(2));
    }

    /** Absent and empty are the scheme's own (RFC 3986 section 6.2.3). */
    private static boolean isPort(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return true;
        }
        int port = Integer.parseInt(digits);
        return port > 0 && port <= LAST_PORT;
    }

    private static String schemeOf(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URI (RFC 3986)", e);
        }
    }

    /**
     * What must be equal of two URIs of the loopback interface: all but the port.
     *
     * @param host localhost, 127.0.0.1 or [::1]; they are not taken for one another
     * @param rest path and query as they stand; null if there is neither
     */
    private record Loopback(String host, @Nullable String rest) {
        private static final Pattern URI =
                Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(?::([1-9][0-9]{0,4}))?([/?].*)?");

        static Optional<Loopback> of(String text) {
            Matcher uri = URI.matcher(text);
            return uri.matches() && isPort(uri.group(2))
                    ? Optional.of(new Loopback(uri.group(1), uri.group(3)))
                    : Optional.empty();
        }
    }
}
