package dev.grantkeep.adapter.mongo.index;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/**
 * One index.
 *
 * @param keys its fields, ascending, in order
 * @param serves the queries that need it
 */
record Index(String collection, String name, IndexKind kind, List<String> keys, String serves) {
    Bson fields() {
        return Indexes.ascending(keys);
    }

    IndexOptions options() {
        IndexOptions options = plainOptions().unique(kind.isUnique());
        return kind == IndexKind.EXPIRING
                ? options.expireAfter(MongoIndexes.EXPIRY_GRACE.toSeconds(), TimeUnit.SECONDS)
                : options;
    }

    /** The options without uniqueness and expiry. */
    IndexOptions plainOptions() {
        return new IndexOptions().name(name).sparse(kind.isSparse());
    }
}
