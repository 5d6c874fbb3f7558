package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.event.EventNotes;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

// By _id, with the accessKey, which is the shard key.
/** Removes one token record, whatever refreshes it meanwhile, and has its head looked at. */
@Singleton
final class TokenRemoval {
    private static final int ATTEMPTS = 20;

    private final Database database;
    private final StoredHeads heads;
    private final EventNotes events;

    TokenRemoval(Database database, StoredHeads heads, EventNotes events) {
        this.database = database;
        this.heads = heads;
        this.events = events;
    }

    boolean remove(ServiceId service, TokenId id, Event event) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Document> stored = stored(Keys.of(id, service));
            if (stored.isEmpty()) {
                return false;
            }
            if (events.areOn() ? isLeft(stored.get(), id, event) : isDeleted(stored.get())) {
                markHead(stored.get());
                return true;
            }
        }
        throw new StoreUnavailable(
                "a token changes faster than it can be removed", new IllegalStateException(ATTEMPTS + " attempts"));
    }

    /** On a cluster a miss is looked at twice, see {@link TokenLook}. */
    private Optional<Document> stored(Binary id) {
        return database.isRouted() ? look(id).or(() -> look(id)) : look(id);
    }

    private Optional<Document> look(Binary id) {
        return database.call(
                Collections.TOKEN,
                tokens -> Optional.ofNullable(tokens.find(and(eq(Names.ID, id), Filter.NOT_REMOVED))
                        .projection(include(
                                Names.SERVICE,
                                Names.CLIENT,
                                Names.SUBJECT,
                                Names.HEAD,
                                Names.ACCESS_KEY,
                                Names.VERSION,
                                Names.EVENTS))
                        .first()));
    }

    private boolean isDeleted(Document stored) {
        return database.call(
                Collections.TOKEN, tokens -> tokens.deleteOne(at(stored)).getDeletedCount() > 0);
    }

    /** Nothing but the events is left, under a value that is no token's. */
    private boolean isLeft(Document stored, TokenId id, Event event) {
        Document rest = new Document(Names.ID, stored.get(Names.ID))
                .append(Names.SERVICE, stored.get(Names.SERVICE))
                .append(Names.ACCESS_KEY, stored.get(Names.ID))
                .append(Names.REMOVED, true);
        Bson unchanged = and(at(stored), eq(Names.VERSION, stored.get(Names.VERSION)));
        Document left = events.in(rest, stored, happened(stored, id, event));
        return database.call(
                Collections.TOKEN, tokens -> tokens.replaceOne(unchanged, left).getMatchedCount() > 0);
    }

    private static Happened happened(Document stored, TokenId id, Event event) {
        @Nullable String subject = stored.getString(Names.SUBJECT);
        return new Happened(
                event,
                new ServiceId(stored.getLong(Names.SERVICE)),
                new ClientId(stored.getLong(Names.CLIENT)),
                subject == null ? null : new Subject(subject),
                id);
    }

    private static Bson at(Document stored) {
        return and(eq(Names.ID, stored.get(Names.ID)), eq(Names.ACCESS_KEY, stored.get(Names.ACCESS_KEY)));
    }

    private void markHead(Document removed) {
        @Nullable String head = removed.getString(Names.HEAD);
        if (head != null) {
            heads.mark(List.of(head));
        }
    }
}
