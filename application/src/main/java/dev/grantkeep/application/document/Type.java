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

    /** Where a value comes from. */
    enum Source {
        JSON,
        FORM
    }

    record Text() implements Type {
        @Override
        public Object of(Object value, Source source, String member) {
            if (value instanceof String) {
                return value;
            }
            throw new WrongType(member, "a text");
        }
    }

    /** A URI of RFC 3986 as text. */
    record Uri() implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (!(value instanceof String text)) {
                throw new WrongType(member, "a URI (RFC 3986)");
            }
            return text.isEmpty() ? null : uri(text, member);
        }

        private static String uri(String text, String member) {
            try {
                return new URI(text).toString();
            } catch (URISyntaxException e) {
                throw new WrongType(member, "a URI (RFC 3986)");
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
                    default -> throw new WrongType(member, "true or false");
                };
            }
            throw new WrongType(member, "true or false");
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
            return new WrongType(member, "a whole number from " + lowest + " to " + highest);
        }
    }

    /** One of these names, letter by letter. */
    record Name(Set<String> names) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (value instanceof String text && (text.isEmpty() || names.contains(text))) {
                return text.isEmpty() ? null : text;
            }
            throw new WrongType(
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
            throw new WrongType(member, "an array");
        }

        private static List<String> words(String text) {
            return Arrays.stream(text.split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** An object, which a form cannot carry. Members that are not declared are kept as they are. */
    record ObjectOf(Map<String, Type> members) implements Type {
        @Override
        public @Nullable Object of(Object value, Source source, String member) {
            if (source == Source.FORM && value.equals("")) {
                return null;
            }
            if (!(value instanceof Map<?, ?> object)) {
                throw new WrongType(member, "an object, which only JSON can carry");
            }
            Map<String, Object> read = new LinkedHashMap<>();
            object.forEach((name, part) -> put(read, (String) name, part, source, member));
            return read;
        }

        private void put(Map<String, Object> to, String name, Object part, Source source, String member) {
            @Nullable Type type = members.get(name);
            @Nullable Object read = type == null ? part : type.of(part, source, member + "." + name);
            if (read != null) {
                to.put(name, read);
            }
        }
    }
}
