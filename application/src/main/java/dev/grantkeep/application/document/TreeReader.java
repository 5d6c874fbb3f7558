package dev.grantkeep.application.document;

import dev.grantkeep.domain.scope.ScopeSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of a tree of JDK values.
 *
 * @param members without nulls
 */
record TreeReader(Map<String, ?> members) {
    String text(String name) {
        return Objects.requireNonNull(textOrNull(name), name);
    }

    @Nullable
    String textOrNull(String name) {
        return (String) members.get(name);
    }

    @Nullable
    Long numberOrNull(String name) {
        @Nullable Object value = members.get(name);
        return value == null ? null : ((Number) value).longValue();
    }

    long number(String name) {
        return Objects.requireNonNull(numberOrNull(name), name);
    }

    /** False if it is absent. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    ScopeSet scopes(String name) {
        return ScopeSet.parse(text(name));
    }

    <E extends Enum<E>> E name(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    <E extends Enum<E>> E name(String name, E ifAbsent) {
        return members.get(name) == null ? ifAbsent : name(name, ifAbsent.getDeclaringClass());
    }

    <E extends Enum<E>> @Nullable E nameOrNull(String name, Class<E> type) {
        return members.get(name) == null ? null : name(name, type);
    }

    /** Empty if it is absent. */
    List<String> texts(String name) {
        return items(name).stream().map(String.class::cast).toList();
    }

    /** The items of a list; empty if it is absent. */
    List<?> items(String name) {
        return members.get(name) instanceof List<?> items ? items : List.of();
    }

    /** The members of an object; empty if it is absent. */
    @SuppressWarnings("unchecked")
    Map<String, ?> object(String name) {
        return members.get(name) instanceof Map<?, ?> object ? (Map<String, ?>) object : Map.of();
    }
}
