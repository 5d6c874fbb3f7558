package dev.grantkeep.adapter.mongo.client;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.ClientState;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What other stores need to know of a client, by {@code _id}. That its service exists is not looked at. */
@Singleton
public final class StoredClients {
    private final Database database;

    StoredClients(Database database) {
        this.database = database;
    }

    /** Empty if the client does not exist, was removed or is another service's. */
    public Optional<ClientState> state(ServiceId service, ClientId id) {
        return database.call(Collections.CLIENT, clients -> state(clients, service, id));
    }

    /** The same, so that everything acknowledged before is seen. */
    public Optional<ClientState> decisiveState(ServiceId service, ClientId id) {
        return database.decide(Collections.CLIENT, clients -> state(clients, service, id));
    }

    static Bson present(ServiceId service, ClientId id) {
        return and(eq(Names.ID, id.value()), eq(Names.SERVICE, service.value()), Filter.NOT_REMOVED);
    }

    private static Optional<ClientState> state(MongoCollection<Document> clients, ServiceId service, ClientId id) {
        return Optional.ofNullable(clients.find(present(service, id))
                        .projection(include(Names.GENERATION, ClientDocuments.LOCKED, Names.VERSION))
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .first())
                .map(ClientDocuments::readState);
    }

    /** Whether the client is stored with just this version now. */
    public boolean isAt(SettingsVersions basis) {
        return state(basis.service(), basis.client())
                .filter(client -> client.version().equals(basis.clientVersion()))
                .isPresent();
    }
}
