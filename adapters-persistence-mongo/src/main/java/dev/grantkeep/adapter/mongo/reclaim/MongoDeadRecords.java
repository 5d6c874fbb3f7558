package dev.grantkeep.adapter.mongo.reclaim;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.DeadRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;

// The first entry of token: purge (purgeAt), and of step: expiry (expiresAt).
/** Looks for the oldest dead record. */
@Singleton
final class MongoDeadRecords implements DeadRecords {
    private final Database database;

    MongoDeadRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return Stream.of(first(Collections.TOKEN, Names.PURGE_AT, now), first(Collections.STEP, Names.EXPIRES_AT, now))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> first(String collection, String field, Instant now) {
        return database.call(
                collection,
                documents -> Optional.ofNullable(documents
                                .find(Filters.lte(field, Date.from(now)))
                                .sort(Sorts.ascending(field))
                                .projection(Projections.include(field))
                                .first())
                        .map(document -> document.getDate(field).toInstant()));
    }
}
