package dev.grantkeep.adapter.mongo.flow;

import static com.mongodb.client.model.Filters.eq;

import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.conversions.Bson;

// ticket { _id: hash + service, service, expiresAt, client, and the other members of its request }
// Sharded by { _id: "hashed" }; every query is by _id.
/** The collection {@code ticket}. */
@Singleton
final class MongoTicketStore implements TicketStore {
    private final Database database;

    MongoTicketStore(Database database) {
        this.database = database;
    }

    @Override
    public Saved add(Ticket ticket) {
        return database.add(Collections.TICKET, TicketDocuments.write(ticket));
    }

    @Override
    public Optional<Ticket> find(ServiceId service, TokenHash hash) {
        return database.call(
                Collections.TICKET,
                tickets -> Optional.ofNullable(tickets.find(at(service, hash)).first())
                        .map(TicketDocuments::read));
    }

    @Override
    public boolean take(ServiceId service, TokenHash hash) {
        return database.call(
                Collections.TICKET,
                tickets -> tickets.deleteOne(at(service, hash)).getDeletedCount() > 0);
    }

    private static Bson at(ServiceId service, TokenHash hash) {
        return eq(Names.ID, Keys.of(hash, service));
    }
}
