package dev.grantkeep.domain.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a pairwise client's subjects are made (OpenID Connect Core section 8.1): the host of its sector
 * identifier URI, else the one host that all its redirect URIs have. It is a host alone, in lower case: port and path of the
 * URI say nothing.
 */
public final class SectorIdentifier {
    private SectorIdentifier() {}

    /** Empty if the client's subjects are not pairwise, or if there is no such host. */
    public static Optional<String> of(ClientSettings client) {
        if (!client.isPairwise()) {
            return Optional.empty();
        }
        @Nullable String uri = client.sectorIdentifierUri();
        return uri == null ? common(hosts(client)) : host(uri);
    }

    /** Those of the redirect URIs; the empty text stands for all that have none. */
    static Set<String> hosts(ClientSettings client) {
        Set<String> hosts = new LinkedHashSet<>();
        client.redirectUris().forEach(uri -> hosts.add(uri.host().orElse("")));
        return hosts;
    }

    private static Optional<String> common(Set<String> hosts) {
        Iterator<String> all = hosts.iterator();
        return hosts.size() == 1 ? Optional.of(all.next()).filter(host -> !host.isEmpty()) : Optional.empty();
    }

    private static Optional<String> host(String uri) {
        try {
            return Optional.ofNullable(new URI(uri).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
