package dev.grantkeep.adapter.mongo.reclaim;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.index.Collections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;

// token: purge (purgeAt).
/** Removes token records from their purge instant on. */
@Singleton
final class ExpiredTokens {
    private final Removal removal;

    ExpiredTokens(Removal removal) {
        this.removal = removal;
    }

    int reclaim(Instant now, int limit) {
        return removal.remove(Collections.TOKEN, Filters.lte(Names.PURGE_AT, Date.from(now)), Names.PURGE_AT, limit);
    }
}
