package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clients, watched. */
final class WatchedClientStore extends Watched implements ClientStore {
    private final ClientStore clients;

    WatchedClientStore(ClientStore clients, Collection<StoreWatch> watches) {
        super(watches);
        this.clients = clients;
    }

    @Override
    public Saved add(Change<Client> client) {
        return saved(StoreOperation.CLIENT_ADD, client, () -> clients.add(client));
    }

    @Override
    public Optional<Client> find(ServiceId service, ClientId id) {
        return timed(StoreOperation.CLIENT_FIND, () -> clients.find(service, id));
    }

    @Override
    public Optional<Client> findByAlias(ServiceId service, ClientAlias alias) {
        return timed(StoreOperation.CLIENT_FIND_BY_ALIAS, () -> clients.findByAlias(service, alias));
    }

    @Override
    public Optional<ServiceId> serviceOf(ClientId id) {
        return timed(StoreOperation.CLIENT_SERVICE_OF, () -> clients.serviceOf(id));
    }

    @Override
    public Saved replace(Change<Client> client) {
        return saved(StoreOperation.CLIENT_REPLACE, client, () -> clients.replace(client));
    }

    @Override
    public boolean remove(ServiceId service, ClientId id, Event event) {
        return removed(StoreOperation.CLIENT_REMOVE, event, () -> clients.remove(service, id, event));
    }

    @Override
    public Page<Client> list(ServiceId service, @Nullable String developer, Window window) {
        return timed(StoreOperation.CLIENT_LIST, () -> clients.list(service, developer, window));
    }
}
