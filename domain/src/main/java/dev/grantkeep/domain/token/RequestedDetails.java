package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says of authorization details (RFC 9396 section 2), as it was read. */
public sealed interface RequestedDetails {
    /**
     * Whether a token request that says this keeps to what was granted (RFC 9396 section 6): it asks for nothing, for the same
     * details again, or for a part that was found in them.
     */
    default boolean areThose(@Nullable String granted) {
        return switch (this) {
            case None none -> true;
            case Malformed malformed -> false;
            case Unfit unfit -> false;
            case Asked asked -> asked.json().equals(granted);
            case Part part -> true;
        };
    }

    /** What an access token is narrowed to by this; null if it has all that was granted. */
    default @Nullable String part() {
        return null;
    }

    /** What was asked for, in the API's form; null if nothing was. */
    default @Nullable String json() {
        return null;
    }

    /** Nothing. */
    record None() implements RequestedDetails {}

    /**
     * A part of what was granted, by the rule of RFC 9396 section 6.1 for members that are alike in all types: fewer details,
     * or fewer of a detail's locations, actions, data types or privileges.
     *
     * @param part the details in the API's form, as one JSON text
     */
    record Part(String part) implements RequestedDetails {}

    /** Something that is no array of objects of which each has a type. */
    record Malformed() implements RequestedDetails {}

    /**
     * One of the details is not what the schema of its type demands.
     *
     * @param why names the type, and what is wrong
     */
    record Unfit(String why) implements RequestedDetails {}

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

        /** A type that the service does not know or the client may not use (RFC 9396 section 5). */
        public Optional<String> refusedType(Service service, Client client) {
            List<String> supported = service.settings().capabilities().authorizationDetailsTypes();
            List<String> allowed = client.settings().requests().authorizationDetailsTypes();
            return types.stream()
                    .filter(type -> !supported.contains(type) || !(allowed.isEmpty() || allowed.contains(type)))
                    .findFirst();
        }
    }
}
