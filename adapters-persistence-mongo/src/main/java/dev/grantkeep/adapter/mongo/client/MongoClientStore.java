package dev.grantkeep.adapter.mongo.client;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.State;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.connection.Pages;
import dev.grantkeep.adapter.mongo.event.EventNotes;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
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
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

// client { _id: number, service, version, generation, locked, number, secret, aliasKey?: "service/alias", seat?,
//          seatKey?: "service/seat/developer", createdAt, modifiedAt, document, documentVersion,
//          settings: {developer?, …}, former?: [generation], reclaimAt?, events? }
// What is left of a removed one: { _id, service, removed: true }, reclaimAt until it is reclaimed and events until
// they are told.
//   add, find, replace, remove, service of   _id
//   find by alias                            alias (aliasKey), unique
//   list                                     created (service, createdAt, _id)
//   list of a developer                      developer (service, settings.developer, createdAt, _id)
/** The collection {@code client}. */
@Singleton
final class MongoClientStore implements ClientStore {
    private final Database database;
    private final StoredServices services;
    private final EventNotes events;

    MongoClientStore(Database database, StoredServices services, EventNotes events) {
        this.database = database;
        this.services = services;
        this.events = events;
    }

    @Override
    public Saved add(Change<Client> change) {
        return database.add(
                Collections.CLIENT, events.in(ClientDocuments.write(change.state()), Happened.toClient(change)));
    }

    @Override
    public Optional<Client> find(ServiceId service, ClientId id) {
        return first(StoredClients.present(service, id)).filter(found -> services.exists(service));
    }

    @Override
    public Optional<Client> findByAlias(ServiceId service, ClientAlias alias) {
        return first(eq(Names.ALIAS_KEY, Keys.of(service, alias))).filter(found -> services.exists(service));
    }

    @Override
    public Optional<ServiceId> serviceOf(ClientId id) {
        return first(and(eq(Names.ID, id.value()), Filter.NOT_REMOVED))
                .map(Client::service)
                .filter(services::exists);
    }

    @Override
    public Saved replace(Change<Client> change) {
        Client client = change.state();
        if (!services.exists(client.service())) {
            return Saved.STALE;
        }
        Bson previous = and(StoredClients.present(client.service(), client.id()), Filter.before(client.version()));
        Document next = ClientDocuments.write(client);
        Bson write =
                events.update(next, Happened.toClient(change), Names.ALIAS_KEY, Names.SEAT_KEY, ClientDocuments.SEAT);
        return database.save(Collections.CLIENT, new State(previous, client.generation(), next, write)::replaceIn);
    }

    @Override
    public boolean remove(ServiceId service, ClientId id, Event event) {
        Happened happened = new Happened(event, service, id, null, null);
        return services.exists(service)
                && database.call(
                        Collections.CLIENT,
                        clients -> isRemoved(clients, StoredClients.present(service, id), happened));
    }

    /** Whatever changes it meanwhile. What was pending of it stays. */
    private boolean isRemoved(MongoCollection<Document> clients, Bson present, Happened happened) {
        @Nullable Document stored;
        do {
            stored = clients.find(present)
                    .projection(include(Names.SERVICE, Names.VERSION, Names.EVENTS))
                    .first();
        } while (stored != null && !isReplaced(clients, present, stored, happened));
        return stored != null;
    }

    private boolean isReplaced(MongoCollection<Document> clients, Bson present, Document stored, Happened happened) {
        Document rest = new Document(Names.ID, stored.get(Names.ID))
                .append(Names.SERVICE, stored.get(Names.SERVICE))
                .append(Names.REMOVED, true)
                .append(Names.RECLAIM_AT, new Date(0));
        Bson unchanged = and(present, eq(Names.VERSION, stored.get(Names.VERSION)));
        return clients.replaceOne(unchanged, events.in(rest, stored, happened)).getMatchedCount() > 0;
    }

    @Override
    public Page<Client> list(ServiceId service, @Nullable String developer, Window window) {
        if (!services.exists(service)) {
            return new Page<>(List.of(), 0);
        }
        Bson all = and(eq(Names.SERVICE, service.value()), Filter.NOT_REMOVED);
        return database.call(
                Collections.CLIENT,
                clients -> Pages.read(
                        clients,
                        developer == null ? all : and(all, eq(Names.DEVELOPER, developer)),
                        Sorts.ascending(Names.CREATED_AT, Names.ID),
                        window,
                        ClientDocuments::read));
    }

    private Optional<Client> first(Bson filter) {
        return database.call(
                Collections.CLIENT,
                clients -> Optional.ofNullable(clients.find(filter).first()).map(ClientDocuments::read));
    }
}
