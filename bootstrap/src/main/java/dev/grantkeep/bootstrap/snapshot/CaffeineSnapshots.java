package dev.grantkeep.bootstrap.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Snapshots in memory, bounded by the weight of all that they hold. Only what exists is kept: a service or client that is
 * made after someone asked for it is found at once.
 */
@Singleton
final class CaffeineSnapshots implements Snapshots {
    /** The share of the memory that each of the two caches may take. */
    private static final int SHARE = 16;

    private final ServiceStore services;
    private final ClientStore clients;
    private final Cache<ServiceId, Service> keptServices = bounded();
    private final Cache<ClientKey, Client> keptClients = bounded();

    CaffeineSnapshots(ServiceStore services, ClientStore clients) {
        this.services = services;
        this.clients = clients;
    }

    @Override
    public Optional<Service> service(ServiceId id) {
        return kept(keptServices, id, services::find);
    }

    @Override
    public Optional<Client> client(ServiceId service, ClientIdentifier identifier) {
        return kept(keptClients, new ClientKey(service, identifier), this::find);
    }

    @Override
    public boolean areCurrent(SettingsVersions basis) {
        return services.find(basis.service())
                        .filter(service -> service.version().equals(basis.serviceVersion()))
                        .isPresent()
                && clients.find(basis.service(), basis.client())
                        .filter(client -> client.version().equals(basis.clientVersion()))
                        .isPresent();
    }

    @Override
    public void forget(ServiceId service) {
        keptServices.invalidate(service);
        keptClients.asMap().keySet().removeIf(key -> key.service().equals(service));
    }

    private static <K, V> Optional<V> kept(Cache<K, V> cache, K key, Function<K, Optional<V>> find) {
        V kept = cache.getIfPresent(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<V> found = find.apply(key);
        found.ifPresent(value -> cache.put(key, value));
        return found;
    }

    private Optional<Client> find(ClientKey key) {
        return key.identifier()
                .asId()
                .flatMap(id -> clients.find(key.service(), id))
                .or(() -> key.identifier().asAlias().flatMap(alias -> clients.findByAlias(key.service(), alias)));
    }

    private static <K, V> Cache<K, V> bounded() {
        long share = Runtime.getRuntime().maxMemory() / SHARE;
        return Caffeine.newBuilder()
                .maximumWeight(share)
                .<K, V>weigher((key, value) -> Weight.of(value))
                .build();
    }

    private record ClientKey(ServiceId service, ClientIdentifier identifier) {}
}
