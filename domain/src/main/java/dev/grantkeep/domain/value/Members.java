package dev.grantkeep.domain.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object: texts, flags, numbers ({@link Long}, or {@link BigDecimal} where that is too small),
 * lists and objects, at any depth and without nulls. It never changes. What reads a member takes a value of another kind
 * for an absent one: what a member may hold is checked where it is accepted.
 */
public final class Members {
    public static final Members NONE = new Members(Map.of());

    private final Map<String, Object> values;

    private Members(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * A copy of a tree of JDK values. Nulls are left out.
     *
     * @param tree may hold {@code Members} in the place of objects
     */
    public static Members of(Map<String, ?> tree) {
        return tree.isEmpty() ? NONE : new Members(frozen(tree));
    }

    /** As maps and lists, in their order; they cannot be changed. */
    public Map<String, Object> tree() {
        return values;
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /**
     * Whether a protection is demanded: by whatever is there and is neither false nor empty. A value that cannot be read
     * demands, so that no protection is lost by being misspelt.
     */
    public boolean demands(String name) {
        @Nullable Object value = values.get(name);
        return value != null && !Boolean.FALSE.equals(value) && !"".equals(value);
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    /** A whole number; 0 if it is absent. */
    public long whole(String name) {
        return values.get(name) instanceof Long number ? number : 0;
    }

    public List<String> texts(String name) {
        return items(name, String.class);
    }

    public Members object(String name) {
        return values.get(name) instanceof Map<?, ?> object ? new Members(cast(object)) : NONE;
    }

    public List<Members> objects(String name) {
        return items(name, Map.class).stream()
                .map(object -> new Members(cast(object)))
                .toList();
    }

    /**
     * A name of an enum; null if it is absent.
     *
     * @throws IllegalArgumentException if the enum does not have it
     */
    public <E extends Enum<E>> @Nullable E name(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : Enum.valueOf(type, text);
    }

    /** Names of an enum; those that it does not have are left out. */
    public <E extends Enum<E>> List<E> names(String name, Class<E> type) {
        List<String> texts = texts(name);
        Map<String, E> known = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(value -> known.put(value.name(), value));
        return texts.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /**
     * What a text is read as; null if it is absent.
     *
     * @throws InvalidMember if the reader refuses the text
     */
    public <T> @Nullable T value(String name, Function<String, T> reader) {
        String text = text(name);
        return text == null ? null : InvalidMember.unless(name, () -> reader.apply(text));
    }

    /**
     * What the texts of a list are read as.
     *
     * @throws InvalidMember if the reader refuses one
     */
    public <T> List<T> values(String name, Function<String, T> reader) {
        return InvalidMember.unless(name, () -> texts(name).stream().map(reader).toList());
    }

    /** The same with another value; without the member, if that is null. */
    public Members with(String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, frozen(value));
        }
        return new Members(Collections.unmodifiableMap(changed));
    }

    public Members without(String name) {
        return with(name, null);
    }

    private <T> List<T> items(String name, Class<T> type) {
        return values.get(name) instanceof List<?> items
                ? items.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // every map in here was made by frozen(Map)
    private static Map<String, Object> cast(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    private static Map<String, Object> frozen(Map<?, ?> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value != null) {
                copy.put((String) name, frozen(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozen(Object value) {
        return switch (value) {
            case Members members -> members.values;
            case Map<?, ?> object -> frozen(object);
            case List<?> items -> {
                List<Object> copy = new ArrayList<>(items.size());
                items.stream().filter(Objects::nonNull).forEach(item -> copy.add(frozen(item)));
                yield Collections.unmodifiableList(copy);
            }
            case Long number -> number;
            case Number number -> number(new BigDecimal(number.toString()));
            case Enum<?> name -> name.name();
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    /** One number has one form, so that it is equal to itself after it was written and read. */
    private static Number number(BigDecimal number) {
        boolean fits = number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
        return fits ? (Number) number.longValue() : number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Members members && values.equals(members.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Without the values: some are secrets. */
    @Override
    public String toString() {
        return "Members" + values.keySet();
    }
}
