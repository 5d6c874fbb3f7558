package dev.grantkeep.application.document;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member's value is. A value of JSON has this type or is refused. A form has texts alone: they are converted, an
 * empty one is an absent member, and one text may stand for a list.
 */
public sealed interface Type {
    /**
     * The value in this type; null if it stands for an absent member.
     *
     * @param value a tree of JDK values, without nulls
     * @param member named when the value is refused
     * @throws WrongType if the value is of another type, out of range or an unknown name
     */
    @Nullable
    Object of(Object value, Source source, String member);

    /** Whether a value that was sent says that the member is to be absent, even where there is a default. */
    default boolean isNone(@Nullable Object typed) {
        return false;
    }

    /** Where a value comes from. */
    enum Source {
        JSON,
        FORM
    }

    /** @param canBeEmpty whether an empty text is a value; else the member is absent */
    record Text(boolean canBeEmpty) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (value instanceof String text) {
                return text.isEmpty() && !canBeEmpty ? null : text;
            }
            throw WrongType.mustBe(member, "a text");
        }
    }

    /** A URI of RFC 3986 as text. */
    record Uri() implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (!(value instanceof String text)) {
                throw WrongType.mustBe(member, "a URI (RFC 3986)");
            }
            return text.isEmpty() ? null : uri(text, member);
        }

        private static String uri(String text, String member) {
            try {
                return new URI(text).toString();
            } catch (URISyntaxException e) {
                throw WrongType.mustBe(member, "a URI (RFC 3986)");
            }
        }
    }

    record Flag() implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (value instanceof Boolean) {
                return value;
            }
            if (source == Source.FORM && value instanceof String text) {
                return switch (text) {
                    case "" -> null;
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> throw WrongType.mustBe(member, "true or false");
                };
            }
            throw WrongType.mustBe(member, "true or false");
        }
    }

    /** A duration in seconds, which 0 or less leaves unset. What is too long is refused where it is read. */
    record Seconds() implements Type {
        private static final Whole ANY = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            @Nullable Object seconds = ANY.of(value, source, member);
            return seconds instanceof Long number ? (Object) Math.max(0, number) : seconds;
        }
    }

    /** A whole number from the lowest to the highest, both included. */
    record Whole(long lowest, long highest) implements Type {
        private static final int MAX_DIGITS = 40;

        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            boolean isText = source == Source.FORM && value instanceof String;
            if (isText && value.equals("")) {
                return null;
            }
            String text = isText || value instanceof Number ? value.toString() : "";
            long number = number(text, member);
            if (number < lowest || number > highest) {
                throw wrong(member);
            }
            return number;
        }

        private long number(String text, String member) {
            if (text.isEmpty() || text.length() > MAX_DIGITS) {
                throw wrong(member);
            }
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw wrong(member);
            }
        }

        private WrongType wrong(String member) {
            return WrongType.mustBe(member, "a whole number from " + lowest + " to " + highest);
        }
    }

    /** A whole number in a range, or 0, which leaves it unset. */
    record Unset(Whole range) implements Type {
        private static final Whole ANY = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            @Nullable Object number = ANY.of(value, source, member);
            return Long.valueOf(0).equals(number) ? number : range.of(value, source, member);
        }
    }

    /** One of these names, letter by letter. */
    record Name(Set<String> names) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (value instanceof String text && (text.isEmpty() || names.contains(text))) {
                return text.isEmpty() ? null : text;
            }
            throw WrongType.mustBe(
                    member,
                    "one of " + String.join(", ", names.stream().sorted().toList()));
        }
    }

    /**
     * A list. In a form it is a parameter that stands several times, or one text.
     *
     * @param split whether one text of a form is split at its white space
     */
    record ListOf(Type item, boolean split) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (source == Source.FORM && value.equals("")) {
                return null;
            }
            List<Object> items = new ArrayList<>();
            for (Object element : elements(value, source, member)) {
                @Nullable Object read = item.of(element, source, member);
                if (read != null) {
                    items.add(read);
                }
            }
            return items;
        }

        private List<?> elements(Object value, Source source, String member) {
            if (value instanceof List<?> list) {
                return list;
            }
            if (source == Source.FORM && value instanceof String text) {
                return split ? words(text) : List.of(text);
            }
            throw WrongType.mustBe(member, "an array");
        }

        private static List<String> words(String text) {
            return Arrays.stream(text.split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /**
     * A list that is not there when it is empty.
     *
     * @param distinct whether each item stands once
     */
    record Several(ListOf list, boolean distinct) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            @Nullable Object items = list.of(value, source, member);
            return distinct && items instanceof List<?> all
                    ? all.stream().distinct().toList()
                    : items;
        }

        @Override
        public boolean isNone(@Nullable Object typed) {
            return typed instanceof List<?> items && items.isEmpty();
        }
    }

    /**
     * An object, which a form cannot carry.
     *
     * @param open whether members that are not declared are kept as they are; else they are dropped
     */
    record ObjectOf(Map<String, Part> parts, boolean open) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (source == Source.FORM && value.equals("")) {
                return null;
            }
            if (!(value instanceof Map<?, ?> object)) {
                throw WrongType.mustBe(member, "an object, which only JSON can carry");
            }
            Map<String, Object> read = empty();
            object.forEach((name, part) -> put(read, (String) name, part, source, member));
            requireAll(read);
            return read;
        }

        /** What an object without any member has. */
        Map<String, Object> empty() {
            Map<String, Object> empty = new LinkedHashMap<>();
            parts.forEach((name, part) -> {
                if (part.byDefault() != null) {
                    empty.put(name, part.byDefault());
                }
            });
            return empty;
        }

        private void put(Map<String, Object> to, String name, Object value, Source source, String member) {
            @Nullable Part part = parts.get(name);
            if (part == null && !open) {
                return;
            }
            @Nullable Object read = part == null ? value : part.type().of(value, source, member + "." + name);
            if (read != null && (part == null || !part.type().isNone(read))) {
                to.put(name, read);
            }
        }

        private void requireAll(Map<String, Object> read) {
            parts.forEach((name, part) -> {
                if (part.required() && !read.containsKey(name)) {
                    throw WrongType.missing(name);
                }
            });
        }
    }

    /** A member of an object. */
    record Part(Type type, boolean required, @Nullable Object byDefault) {
        static Part of(Type type) {
            return new Part(type, false, null);
        }

        static Part required(Type type) {
            return new Part(type, true, null);
        }

        static Part of(Type type, Object byDefault) {
            return new Part(type, false, byDefault);
        }
    }
}
