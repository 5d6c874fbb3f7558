package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** Tells a field that is absent from one that is null. */
final class FilterThatTellsAbsentFromNull {
    final Bson filter = Filters.exists("subject", false);
}
