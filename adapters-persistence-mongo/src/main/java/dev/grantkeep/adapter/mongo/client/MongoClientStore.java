package dev.grantkeep.adapter.mongo.client;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.State;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.connection.Pages;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

// client { _id: number, service, version, generation, locked, number, secret, aliasKey?: "service/alias", seat?,
//          seatKey?: "service/seat/developer", createdAt, modifiedAt, document, documentVersion,
//          settings: {developer?, …}, former?: [generation], reclaimAt? }
// What is left of a removed one: { _id, service, removed: true }, and reclaimAt until it is reclaimed.
//   add, find, replace, remove, service of   _id
//   find by alias                            alias (aliasKey), unique
//   list                                     created (service, createdAt, _id)
//   list of a developer                      developer (service, settings.developer, createdAt, _id)
/** The collection {@code client}. */
@Singleton
final class MongoClientStore implements ClientStore {
    private final Database database;
    private final StoredServices services;

    MongoClientStore(Database database, StoredServices services) {
        this.database = database;
        this.services = services;
    }

    @Override
    public Saved add(Client client) {
        return database.add(Collections.CLIENT, ClientDocuments.write(client));
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
    public Saved replace(Client client) {
        if (!services.exists(client.service())) {
            return Saved.STALE;
        }
        Bson previous = and(StoredClients.present(client.service(), client.id()), Filter.before(client.version()));
        State next = new State(
                previous,
                client.generation(),
                ClientDocuments.write(client),
                Names.ALIAS_KEY,
                Names.SEAT_KEY,
                ClientDocuments.SEAT);
        return database.save(Collections.CLIENT, next::replaceIn);
    }

    @Override
    public boolean remove(ServiceId service, ClientId id, Instant now) {
        Document rest = new Document(Names.ID, id.value())
                .append(Names.SERVICE, service.value())
                .append(Names.REMOVED, true)
                .append(Names.RECLAIM_AT, new Date(0));
        return services.exists(service)
                && database.call(
                        Collections.CLIENT,
                        clients -> clients.replaceOne(StoredClients.present(service, id), rest)
                                        .getMatchedCount()
                                > 0);
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
