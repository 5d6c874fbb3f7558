package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import java.util.Collection;
import java.util.Optional;

/** The services, watched. */
final class WatchedServiceStore extends Watched implements ServiceStore {
    private final ServiceStore services;

    WatchedServiceStore(ServiceStore services, Collection<StoreWatch> watches) {
        super(watches);
        this.services = services;
    }

    @Override
    public Saved add(Change<Service> service) {
        return saved(StoreOperation.SERVICE_ADD, service, () -> services.add(service));
    }

    @Override
    public Optional<Service> find(ServiceId id) {
        return timed(StoreOperation.SERVICE_FIND, () -> services.find(id));
    }

    @Override
    public Optional<ServiceId> ownerOf(Secret secret) {
        return timed(StoreOperation.SERVICE_OWNER_OF, () -> services.ownerOf(secret));
    }

    @Override
    public Saved replace(Change<Service> service) {
        return saved(StoreOperation.SERVICE_REPLACE, service, () -> services.replace(service));
    }

    @Override
    public boolean remove(ServiceId id, Event event) {
        return removed(StoreOperation.SERVICE_REMOVE, event, () -> services.remove(id, event));
    }

    @Override
    public Page<Service> list(Window window) {
        return timed(StoreOperation.SERVICE_LIST, () -> services.list(window));
    }
}
