package dev.grantkeep.application.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an object of a tree of JDK values, in the order of the calls. What is absent has no member. */
final class TreeWriter {
    private final Map<String, Object> members = new LinkedHashMap<>();

    TreeWriter put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** By name. */
    TreeWriter put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : (Object) value.name());
    }

    /** Only if it is true. */
    TreeWriter putIf(String name, boolean value) {
        return value ? put(name, (Object) true) : this;
    }

    /** Only if it is not empty. */
    TreeWriter putAny(String name, @Nullable List<?> values) {
        return values == null || values.isEmpty() ? this : put(name, (Object) values);
    }

    /** Only if it is not empty. */
    TreeWriter putAny(String name, Map<String, ?> object) {
        return object.isEmpty() ? this : put(name, (Object) object);
    }

    Map<String, Object> tree() {
        return members;
    }
}
