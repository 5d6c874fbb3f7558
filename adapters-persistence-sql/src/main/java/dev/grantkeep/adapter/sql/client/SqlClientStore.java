package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.data.Pages;
import dev.grantkeep.adapter.sql.data.Repositories;
import dev.grantkeep.adapter.sql.event.EventWriting;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// client (id, service_id, version, generation, created_at, modified_at, removed_at, purge_marked_at, number, locked,
// secret, alias, developer, document, document_version, settings, opaque, cut_off, seat). A removed client's row stays
// until its tokens and heads are reclaimed.
//   find, serviceOf, replace, remove  primary key (id)
//   findByAlias                       client_alias (service_id, alias), unique
//   list                              client_created (service_id, created_at, id)
//   list of a developer               client_developer (service_id, developer, created_at, id)
/** The table {@code client}. */
@Singleton
final class SqlClientStore implements ClientStore {
    private final ClientRepository repository;
    private final ClientRowMapper rows;
    private final EventWriting events;

    SqlClientStore(ClientRepository repository, ClientRowMapper rows, EventWriting events) {
        this.repository = repository;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Saved add(Change<Client> change) {
        return events.save(() -> repository.insert(rows.toRow(change.state())), Happened.toClient(change));
    }

    @Override
    public Optional<Client> find(ServiceId service, ClientId id) {
        return Repositories.call(() -> repository.findByIdAndServiceId(id.value(), service.value()))
                .map(rows::toClient);
    }

    @Override
    public Optional<Client> findByAlias(ServiceId service, ClientAlias alias) {
        return Repositories.call(() -> repository.findByServiceIdAndAlias(service.value(), alias.value()))
                .map(rows::toClient);
    }

    @Override
    public Optional<ServiceId> serviceOf(ClientId id) {
        return Repositories.call(() -> repository.findServiceIdById(id.value())).map(ServiceId::new);
    }

    @Override
    public Saved replace(Change<Client> change) {
        return events.save(() -> repository.replace(rows.toRow(change.state())), Happened.toClient(change));
    }

    @Override
    public boolean remove(ServiceId service, ClientId id, Event event) {
        return events.save(
                        () -> repository.remove(id.value(), service.value(), event.at()),
                        List.of(new Happened(event, service, id, null, null)))
                == Saved.SAVED;
    }

    @Override
    public Page<Client> list(ServiceId service, @Nullable String developer, Window window) {
        return developer == null ? list(service.value(), window) : list(service.value(), developer, window);
    }

    private Page<Client> list(long service, Window window) {
        return Pages.page(
                window,
                (limit, offset) -> repository.list(service, limit, offset),
                () -> repository.countByServiceId(service),
                rows::toClient,
                ClientRow::id);
    }

    private Page<Client> list(long service, String developer, Window window) {
        return Pages.page(
                window,
                (limit, offset) -> repository.listOfDeveloper(service, developer, limit, offset),
                () -> repository.countByServiceIdAndDeveloper(service, developer),
                rows::toClient,
                ClientRow::id);
    }
}
