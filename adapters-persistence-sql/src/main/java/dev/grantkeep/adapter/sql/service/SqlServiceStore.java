package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.data.Pages;
import dev.grantkeep.adapter.sql.data.Repositories;
import dev.grantkeep.adapter.sql.event.EventWriting;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

// service (id, version, created_at, modified_at, removed_at, purge_marked_at, number, secret, secret_hash,
// derivation_key, settings, opaque). A removed service keeps its row, with removed_at, because its id must never be
// used
// again.
//   find, replace, remove  primary key (id)
//   ownerOf                service_secret (secret_hash)
//   list                   service_created (created_at, id)
/** The table {@code service}. */
@Singleton
final class SqlServiceStore implements ServiceStore {
    private final ServiceRepository repository;
    private final ServiceRowMapper rows;
    private final EventWriting events;

    SqlServiceStore(ServiceRepository repository, ServiceRowMapper rows, EventWriting events) {
        this.repository = repository;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Saved add(Change<Service> change) {
        return events.save(() -> repository.insert(rows.toRow(change.state())), Happened.toService(change));
    }

    @Override
    public Optional<Service> find(ServiceId id) {
        return Repositories.call(() -> repository.findById(id.value())).map(rows::toService);
    }

    @Override
    public Optional<ServiceId> ownerOf(Secret secret) {
        return Repositories.call(() -> repository.findOwner(secret.fingerprint()))
                .map(ServiceId::new);
    }

    @Override
    public Saved replace(Change<Service> change) {
        return events.save(() -> repository.replace(rows.toRow(change.state())), Happened.toService(change));
    }

    @Override
    public boolean remove(ServiceId id, Event event) {
        return events.save(
                        () -> repository.remove(id.value(), event.at()),
                        List.of(new Happened(event, id, null, null, null)))
                == Saved.SAVED;
    }

    @Override
    public Page<Service> list(Window window) {
        return Pages.page(window, repository::list, repository::count, rows::toService, ServiceRow::id);
    }
}
