package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.domain.client.ClientSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name under which a pairwise client's subjects are made (OpenID Connect Core section 8.1): the host of its sector
 * identifier URI, else the one host that all its redirect URIs have.
 */
final class SectorIdentifier {
    private SectorIdentifier() {}

    /**
     * Empty if the client's subjects are not pairwise, or if there is no such host.
     *
     * @param kept the client's kept members
     */
    static Optional<String> of(ClientSettings settings, Map<String, Object> kept) {
        if (!"PAIRWISE".equals(kept.get("subjectType"))) {
            return Optional.empty();
        }
        return kept.get("sectorIdentifierUri") instanceof String uri ? host(uri) : commonHost(settings);
    }

    private static Optional<String> commonHost(ClientSettings settings) {
        List<String> hosts = settings.redirectUris().stream()
                .map(uri -> host(uri.value()).orElse(""))
                .distinct()
                .toList();
        return hosts.size() == 1 ? Optional.of(hosts.get(0)).filter(host -> !host.isEmpty()) : Optional.empty();
    }

    /** In lower case: the case of a host says nothing (RFC 3986 section 3.2.2). */
    private static Optional<String> host(String uri) {
        return Optional.ofNullable(URI.create(uri).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
    }
}
