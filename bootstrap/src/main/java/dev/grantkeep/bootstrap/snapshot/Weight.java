package dev.grantkeep.bootstrap.snapshot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a value takes of the memory, in bytes, about and rather too much. Everything that it holds is counted, whatever
 * members it may get: texts, and lists and maps of any depth.
 */
final class Weight {
    /** An object's header, and the reference to it. */
    private static final int OBJECT = 24;

    private static final int ENTRY = 48;
    private static final String OWN = "dev.grantkeep.";

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private Weight() {}

    /** At most {@link Integer#MAX_VALUE}. */
    static int of(Object value) {
        return (int) Math.min(Integer.MAX_VALUE, bytes(value));
    }

    private static long bytes(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> 2 * OBJECT + 2L * text.length();
            case Collection<?> items -> 2 * OBJECT + sum(items);
            case Optional<?> item -> OBJECT + bytes(item.orElse(null));
            case Map<?, ?> map -> 2 * OBJECT + (long) ENTRY * map.size() + sum(map.keySet()) + sum(map.values());
            default -> isOwn(value) ? ofOwn(value) : OBJECT;
        };
    }

    private static boolean isOwn(Object value) {
        return value.getClass().getName().startsWith(OWN) && !(value instanceof Enum);
    }

    private static long sum(Collection<?> items) {
        long sum = 0;
        for (Object item : items) {
            sum += Long.BYTES + bytes(item);
        }
        return sum;
    }

    private static long ofOwn(Object value) {
        long sum = OBJECT;
        for (Field field : FIELDS.get(value.getClass())) {
            sum += Long.BYTES + bytes(read(field, value));
        }
        return sum;
    }

    private static @Nullable Object read(Field field, Object from) {
        try {
            return field.get(from);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }
}
