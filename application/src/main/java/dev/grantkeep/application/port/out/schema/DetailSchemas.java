package dev.grantkeep.application.port.out.schema;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of types of authorization details (RFC 9396 section 5). Nothing is fetched. The work that one call
 * does is bounded, whatever schema and detail are. Any thread may call.
 */
public interface DetailSchemas {
    /** The most characters of a schema. */
    int MAX_LENGTH = 16_384;

    /**
     * Why the text cannot be used as a schema; empty if it can.
     *
     * @param schema of any origin
     * @return goes on from the name of the schema, such as "is not one JSON object"
     */
    Optional<String> fault(String schema);

    /**
     * Why a detail is not what the schema demands; empty if it is. Where it cannot be found out it is a reason too.
     *
     * @param detail as the client sent it: maps, lists, texts, numbers, flags and nulls
     * @return one line with names of members, without values of the detail
     */
    Optional<String> misfit(String schema, Map<String, ? extends @Nullable Object> detail);
}
