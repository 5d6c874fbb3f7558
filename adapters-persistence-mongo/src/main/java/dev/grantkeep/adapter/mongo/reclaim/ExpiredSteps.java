package dev.grantkeep.adapter.mongo.reclaim;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.index.Collections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;

// step: expiry (expiresAt).
/** Removes steps from their expiry on. */
@Singleton
final class ExpiredSteps {
    private final Removal removal;

    ExpiredSteps(Removal removal) {
        this.removal = removal;
    }

    int reclaim(Instant now, int limit) {
        Bson expired = Filters.lte(Names.EXPIRES_AT, Date.from(now));
        return removal.remove(Collections.STEP, expired, Names.EXPIRES_AT, limit);
    }
}
