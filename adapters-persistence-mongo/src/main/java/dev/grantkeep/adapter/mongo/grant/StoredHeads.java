package dev.grantkeep.adapter.mongo.grant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.HeadState;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What other stores need of the grant heads, by {@code _id}. */
@Singleton
public final class StoredHeads {
    private final Database database;

    StoredHeads(Database database) {
        this.database = database;
    }

    public Optional<HeadState> state(GrantKey key) {
        return database.call(Collections.GRANT_HEAD, heads -> state(heads, key));
    }

    /** The same, so that everything acknowledged before is seen. */
    public Optional<HeadState> decisiveState(GrantKey key) {
        return database.decide(Collections.GRANT_HEAD, heads -> state(heads, key));
    }

    /**
     * Has the heads looked at soon, because something of theirs is gone. A mark that is lost does no harm: every head
     * that can be empty is looked at some time.
     *
     * @param ids of heads
     */
    public void mark(Collection<String> ids) {
        if (!ids.isEmpty()) {
            Bson unremembered = and(in(Names.ID, ids), Filter.present(Names.LOOK_AT));
            database.call(
                    Collections.GRANT_HEAD,
                    heads -> heads.updateMany(unremembered, Updates.min(Names.LOOK_AT, new Date(0))));
        }
    }

    /** The subject and the service are the shard key. */
    static Bson at(GrantKey key) {
        return and(
                eq(Names.ID, Keys.of(key)),
                eq(Names.SUBJECT, key.subject().value()),
                eq(Names.SERVICE, key.service().value()));
    }

    private static Optional<HeadState> state(MongoCollection<Document> heads, GrantKey key) {
        return Optional.ofNullable(heads.find(at(key))
                        .projection(exclude(HeadDocuments.GRANTED))
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .first())
                .map(HeadDocuments::readState);
    }
}
