package dev.grantkeep.adapter.mongo.reclaim;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

// The first entries of token: purge (purgeAt); step: expiry (expiresAt); grant_head: look (lookAt); grant_head, client
// and service: reclaim (reclaimAt).
/** Looks for dead records at the beginning of the indexes by which the sweeper finds them. */
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

    @Override
    public Count count(Work work, Instant now, int most) {
        return switch (work) {
            case EXPIRED_TOKENS -> count(Collections.TOKEN, Names.PURGE_AT, now, most);
            case EXPIRED_STEPS -> count(Collections.STEP, Names.EXPIRES_AT, now, most);
            case REVOKED_TOKENS -> count(Collections.GRANT_HEAD, Names.RECLAIM_AT, now, most);
            case EMPTY_GRANTS -> count(Collections.GRANT_HEAD, Names.LOOK_AT, now, most);
            case CUT_OFF_CLIENTS -> count(Collections.CLIENT, Names.RECLAIM_AT, now, most);
            case REMOVED_SERVICES -> count(Collections.SERVICE, Names.RECLAIM_AT, now, most);
        };
    }

    /** What is due since the epoch is due at once: when it was marked is not noted. */
    private Count count(String collection, String field, Instant now, int most) {
        int found = database.call(
                collection,
                documents ->
                        Math.toIntExact(documents.countDocuments(due(field, now), new CountOptions().limit(most + 1))));
        Optional<Instant> since = first(collection, field, now).filter(Instant.EPOCH::isBefore);
        return Count.of(found, most, since.orElse(null));
    }

    private Optional<Instant> first(String collection, String field, Instant now) {
        return database.call(
                collection,
                documents -> Optional.ofNullable(documents
                                .find(due(field, now))
                                .sort(Sorts.ascending(field))
                                .projection(Projections.include(field))
                                .first())
                        .map(document -> document.getDate(field).toInstant()));
    }

    private static Bson due(String field, Instant now) {
        return Filters.lte(field, Date.from(now));
    }
}
