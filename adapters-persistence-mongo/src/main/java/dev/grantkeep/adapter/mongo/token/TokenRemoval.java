package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.StoreUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

// By _id, with the accessKey, which is the shard key.
/** Removes one token record, whatever refreshes it meanwhile, and has its head looked at. */
@Singleton
final class TokenRemoval {
    private static final int ATTEMPTS = 20;

    private final Database database;
    private final StoredHeads heads;

    TokenRemoval(Database database, StoredHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    boolean remove(Binary id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Document> stored = stored(id);
            if (stored.isEmpty()) {
                return false;
            }
            if (isRemoved(stored.get())) {
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
                tokens -> Optional.ofNullable(tokens.find(eq(Names.ID, id))
                        .projection(include(Names.ACCESS_KEY, Names.HEAD))
                        .first()));
    }

    private boolean isRemoved(Document stored) {
        return database.call(
                Collections.TOKEN,
                tokens -> tokens.deleteOne(and(
                                        eq(Names.ID, stored.get(Names.ID)),
                                        eq(Names.ACCESS_KEY, stored.get(Names.ACCESS_KEY))))
                                .getDeletedCount()
                        > 0);
    }

    private void markHead(Document removed) {
        @Nullable String head = removed.getString(Names.HEAD);
        if (head != null) {
            heads.mark(List.of(head));
        }
    }
}
