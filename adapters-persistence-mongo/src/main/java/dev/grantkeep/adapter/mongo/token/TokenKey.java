package dev.grantkeep.adapter.mongo.token;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenLocator;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The field and the value by which a token record is found. */
record TokenKey(String field, Binary value) {
    static TokenKey of(ServiceId service, TokenLocator locator) {
        return switch (locator) {
            case TokenLocator.ByAccess by -> new TokenKey(Names.ACCESS_KEY, Keys.of(by.hash(), service));
            case TokenLocator.ByRefresh by -> new TokenKey(Names.REFRESH_KEY, Keys.of(by.hash(), service));
            case TokenLocator.ByRefreshOrigin by -> new TokenKey(Names.ORIGIN_KEY, Keys.of(by.hash(), service));
            case TokenLocator.ById by -> new TokenKey(Names.ID, Keys.of(by.id(), service));
        };
    }

    Bson here() {
        return isThere(Filters.eq(field, value));
    }

    Bson elsewhere() {
        return isThere(Keys.elsewhere(field, value));
    }

    /** What is left of a removed record can be found by its id alone. */
    private Bson isThere(Bson located) {
        return field.equals(Names.ID) ? Filters.and(located, Filter.NOT_REMOVED) : located;
    }

    /** Whether it is the shard key, so that one shard can answer. */
    boolean isShardKey() {
        return field.equals(Names.ACCESS_KEY);
    }
}
