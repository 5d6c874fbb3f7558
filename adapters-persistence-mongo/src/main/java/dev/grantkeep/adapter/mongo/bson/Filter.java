package dev.grantkeep.adapter.mongo.bson;

import com.mongodb.client.model.Filters;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import org.bson.conversions.Bson;

/** Conditions that several stores use. */
public final class Filter {
    /** Not what is left of something removed. */
    public static final Bson NOT_REMOVED = absent(Names.REMOVED);

    /** Nothing that happened is waiting in the document to be told. */
    public static final Bson TOLD = Filters.or(absent(Names.EVENTS), Filters.eq(Names.EVENTS, List.of()));

    private Filter() {}

    /**
     * The field is not there, or is null. The two are not told apart: some servers make one of the other, in what they
     * group by or read from an index. {@code $exists} would tell them apart.
     */
    public static Bson absent(String field) {
        return Filters.eq(field, null);
    }

    /** The field is there and is not null. */
    public static Bson present(String field) {
        return Filters.ne(field, null);
    }

    /** The stored state that this version may replace. */
    public static Bson before(Version version) {
        return Filters.eq(Names.VERSION, version.value() - 1);
    }
}
