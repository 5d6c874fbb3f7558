package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.domain.service.Service;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where browsers find the pages: below the issuer, whatever stands in front of Grantkeep. */
record AppsAddress(URI uri) {
    /** Empty if the service has no issuer that is a web address. */
    static Optional<AppsAddress> of(Service service) {
        @Nullable String issuer = service.settings().issuer();
        if (issuer == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + "/apps");
            return uri.getHost() == null ? Optional.empty() : Optional.of(new AppsAddress(uri));
        } catch (java.net.URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    String path() {
        return uri.getRawPath();
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether a page of this origin is one of its own: at the issuer, or where the browser found it. */
    boolean isOwn(String origin, @Nullable String host) {
        String given = origin.toLowerCase(Locale.ROOT);
        String own = (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        return given.equals(own)
                || (host != null
                        && (given.equals("https://" + host.toLowerCase(Locale.ROOT))
                                || given.equals("http://" + host.toLowerCase(Locale.ROOT))));
    }
}
