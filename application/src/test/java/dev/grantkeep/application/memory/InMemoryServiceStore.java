package dev.grantkeep.application.memory;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import java.util.Comparator;
import java.util.Optional;

/** The services in memory. The ids of removed ones are kept. */
public final class InMemoryServiceStore implements ServiceStore {
    private static final Comparator<Service> CREATION = Comparator.comparing(Service::createdAt)
            .thenComparing(service -> service.id().value());

    private final InMemoryDatabase database;

    public InMemoryServiceStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(Change<Service> change) {
        Service service = change.state();
        return database.locked(() -> {
            boolean everUsed = database.removedServices.contains(service.id());
            return !everUsed && database.services.putIfAbsent(service.id(), service) == null
                    ? database.saved(Happened.toService(change))
                    : Saved.TAKEN;
        });
    }

    @Override
    public Optional<Service> find(ServiceId id) {
        return database.locked(() -> Optional.ofNullable(database.services.get(id)));
    }

    @Override
    public Optional<ServiceId> ownerOf(Secret secret) {
        return database.locked(() -> database.services.values().stream()
                .filter(service -> service.secret().equals(secret))
                .map(Service::id)
                .findFirst());
    }

    @Override
    public Saved replace(Change<Service> change) {
        Service service = change.state();
        return database.locked(() -> {
            Service stored = database.services.get(service.id());
            if (stored == null || !InMemoryDatabase.follows(service.version(), stored.version())) {
                return Saved.STALE;
            }
            database.services.put(service.id(), service);
            return database.saved(Happened.toService(change));
        });
    }

    @Override
    public boolean remove(ServiceId id, Event event) {
        return database.locked(() -> {
            Service service = database.services.remove(id);
            if (service != null) {
                database.saved(Happened.toService(new Change<>(service, event)));
                database.removedServices.add(id);
            }
            return service != null;
        });
    }

    @Override
    public Page<Service> list(Window window) {
        return database.locked(() -> InMemoryDatabase.page(
                database.services.values().stream().sorted(CREATION).toList(), window));
    }
}
