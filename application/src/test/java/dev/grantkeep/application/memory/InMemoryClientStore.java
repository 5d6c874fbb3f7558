package dev.grantkeep.application.memory;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clients in memory. The ids of removed ones are kept. */
public final class InMemoryClientStore implements ClientStore {
    static final Comparator<Client> CREATION =
            Comparator.comparing(Client::createdAt).thenComparing(Client::id);

    private final InMemoryDatabase database;

    public InMemoryClientStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(Change<Client> change) {
        Client client = change.state();
        return database.locked(() -> {
            if (database.clients.containsKey(client.id())
                    || database.removedClients.contains(client.id())
                    || anotherHasTheAliasOf(client)
                    || anotherHasTheSeatOf(client)) {
                return Saved.TAKEN;
            }
            database.clients.put(client.id(), client);
            return database.saved(Happened.toClient(change));
        });
    }

    @Override
    public Optional<Client> find(ServiceId service, ClientId id) {
        return database.locked(() -> Optional.ofNullable(database.client(service, id)));
    }

    @Override
    public Optional<Client> findByAlias(ServiceId service, ClientAlias alias) {
        return database.locked(() -> of(service)
                .filter(client -> alias.equals(client.settings().alias()))
                .findAny());
    }

    @Override
    public Optional<ServiceId> serviceOf(ClientId id) {
        return database.locked(() -> Optional.ofNullable(database.clients.get(id))
                .map(Client::service)
                .filter(database.services::containsKey));
    }

    @Override
    public Saved replace(Change<Client> change) {
        Client client = change.state();
        return database.locked(() -> {
            Client stored = database.client(client.service(), client.id());
            if (stored == null || !InMemoryDatabase.follows(client.version(), stored.version())) {
                return Saved.STALE;
            }
            if (anotherHasTheAliasOf(client) || anotherHasTheSeatOf(client)) {
                return Saved.TAKEN;
            }
            database.clients.put(client.id(), client);
            return database.saved(Happened.toClient(change));
        });
    }

    @Override
    public boolean remove(ServiceId service, ClientId id, Event event) {
        return database.locked(() -> {
            boolean there = database.client(service, id) != null;
            if (there) {
                database.saved(Happened.toClient(new Change<>(database.clients.remove(id), event)));
                database.removedClients.add(id);
            }
            return there;
        });
    }

    @Override
    public Page<Client> list(ServiceId service, @Nullable String developer, Window window) {
        return database.locked(() -> InMemoryDatabase.page(
                of(service)
                        .filter(client -> isOf(client, developer))
                        .sorted(CREATION)
                        .toList(),
                window));
    }

    static boolean isOf(Client client, @Nullable String developer) {
        return developer == null || developer.equals(client.settings().developer());
    }

    private Stream<Client> of(ServiceId service) {
        return database.clients.values().stream()
                .filter(client -> client.service().equals(service) && database.services.containsKey(service));
    }

    private boolean anotherHasTheSeatOf(Client client) {
        return client.seat() != null
                && database.clients.values().stream()
                        .anyMatch(other -> !other.id().equals(client.id())
                                && other.service().equals(client.service())
                                && Objects.equals(
                                        other.settings().developer(),
                                        client.settings().developer())
                                && client.seat().equals(other.seat()));
    }

    private boolean anotherHasTheAliasOf(Client client) {
        ClientAlias alias = client.settings().alias();
        return alias != null
                && database.clients.values().stream()
                        .anyMatch(other -> !other.id().equals(client.id())
                                && other.service().equals(client.service())
                                && alias.equals(other.settings().alias()));
    }
}
