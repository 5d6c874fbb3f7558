package dev.grantkeep.adapter.mongo.bson;

import com.mongodb.client.model.Filters;
import dev.grantkeep.domain.common.Version;
import org.bson.conversions.Bson;

/** Conditions that several stores use. */
public final class Filter {
    /** Not what is left of something removed. */
    public static final Bson NOT_REMOVED = Filters.exists(Names.REMOVED, false);

    private Filter() {}

    /** The stored state that this version may replace. */
    public static Bson before(Version version) {
        return Filters.eq(Names.VERSION, version.value() - 1);
    }
}
