package dev.grantkeep.domain.authorization;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says of authorization details (RFC 9396 section 2), as it was read. */
public sealed interface RequestedDetails {
    /**
     * Whether a token request that says this keeps to what was granted (RFC 9396 section 6). What the type of a detail means
     * is not known here, so it is all or nothing: the same details again, or none.
     */
    default boolean areThose(@Nullable String granted) {
        return switch (this) {
            case None none -> true;
            case Malformed malformed -> false;
            case Asked asked -> asked.json().equals(granted);
        };
    }

    /** Nothing. */
    record None() implements RequestedDetails {}

    /** Something that is no array of objects of which each has a type. */
    record Malformed() implements RequestedDetails {}

    /**
     * What the client asks for.
     *
     * @param json the details in the API's form, as one JSON text
     * @param types the types that they name, in order
     */
    record Asked(String json, Set<String> types) implements RequestedDetails {
        public Asked {
            types = new LinkedHashSet<>(types);
        }

        /**
         * A type that is to be refused (RFC 9396 section 5).
         *
         * @param supported those that the service knows; where it names none, it knows none
         * @param allowed those that the client may use; none is no restriction
         */
        public Optional<String> refusedType(Collection<String> supported, List<String> allowed) {
            return types.stream()
                    .filter(type -> !supported.contains(type) || !(allowed.isEmpty() || allowed.contains(type)))
                    .findFirst();
        }
    }
}
