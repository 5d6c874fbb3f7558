package dev.grantkeep.application.port.out.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of others is: an {@code https} or {@code http} URI with a host, without user information and without a
 * fragment, at most 2,000 characters. It is compared as text.
 *
 * <p>A host that is an IP address is written in the usual way only: four decimal numbers, or an IPv6 address without a zone.
 * Whether an address may be reached is not decided here, see {@link RemoteDocuments}.
 */
public record DocumentAddress(String value) {
    public static final int MAX_LENGTH = 2_000;

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int LAST_PORT = 65_535;

    /** Some take such a host for an IP address, and do not agree on which. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?[0-9][^.]*\\.?");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]*)(?:\\.|$)){4}");

    /**
     * @throws IllegalArgumentException if it is none; the message says what one is, and nothing of the value
     */
    public DocumentAddress {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an address of a document has at most " + MAX_LENGTH + " characters");
        }
        URI uri = parse(value);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("an address of a document is https");
        }
        if (!isHost(uri.getHost())) {
            throw new IllegalArgumentException("an address of a document has a host, a name or an IP address");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw new IllegalArgumentException("an address of a document has a port from 1 to " + LAST_PORT);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("an address of a document has no user information and no fragment");
        }
    }

    /**
     * The one that a redirect from here leads to (RFC 9110 section 10.2.2).
     *
     * @throws IllegalArgumentException if it leads to none
     */
    public DocumentAddress follow(String location) {
        if (location.isEmpty()) {
            throw new IllegalArgumentException("a redirect leads somewhere");
        }
        // The JDK would drop the path's last segment, as RFC 2396 said and RFC 3986 section 5.2.2 does not.
        String reference = location.startsWith("?") ? parse(value).getRawPath() + location : location;
        return new DocumentAddress(parse(value).resolve(parse(reference)).toString());
    }

    public boolean isEncrypted() {
        return value.regionMatches(true, 0, "https:", 0, 6);
    }

    /** A name or an IP address, in lower case; an IPv6 address without its brackets. */
    public String host() {
        String host = parse(value).getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        int port = parse(value).getPort();
        return port > 0 ? port : defaultPort();
    }

    /** Host and, unless it is the scheme's own, port, as the header {@code Host} has them (RFC 9110 section 7.2). */
    public String authority() {
        URI uri = parse(value);
        return uri.getHost() + (port() == defaultPort() ? "" : ":" + port());
    }

    /** Path and query, in ASCII, as a request has them (RFC 9112 section 3.2.1). */
    public String target() {
        URI uri = URI.create(parse(value).toASCIIString());
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static boolean isHost(@Nullable String host) {
        if (host == null || host.startsWith("[")) {
            return host != null && !host.contains("%");
        }
        return !NUMBER.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    private int defaultPort() {
        return isEncrypted() ? HTTPS_PORT : HTTP_PORT;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address of a document is a URI (RFC 3986)", e);
        }
    }
}
