package dev.grantkeep.application.document;

import dev.grantkeep.domain.value.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees of JDK values as text (RFC 8259) and reads them. It has no limits of its own but for depth: whatever could
 * be stored can be read. Nulls are left out
 * unless they are asked for.
 */
public final class JsonText {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_SENT_DEPTH = 64;

    /** Characters of a number that somebody sent. */
    private static final int MAX_NUMBER = 64;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private enum Reading {
        WITHOUT_NULLS,
        WITH_NULLS,
        SENT
    }

    private final String text;
    private final Reading reading;
    private int at;

    private JsonText(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /**
     * The members of the object that the text is.
     *
     * @throws IllegalArgumentException if it is not one JSON object
     */
    @SuppressWarnings("NullAway") // this reader keeps no nulls
    public static Map<String, Object> read(String text) {
        return read(new JsonText(text, Reading.WITHOUT_NULLS), reader -> reader.object(0));
    }

    /**
     * The same, with the members of objects that are null.
     *
     * @throws IllegalArgumentException if it is not one JSON object
     */
    public static Map<String, @Nullable Object> readWithNulls(String text) {
        return read(new JsonText(text, Reading.WITH_NULLS), reader -> reader.object(0));
    }

    /**
     * The items of the array that the text is.
     *
     * @throws IllegalArgumentException if it is not one JSON array
     */
    @SuppressWarnings("NullAway") // this reader keeps no nulls
    public static List<Object> readArray(String text) {
        return read(new JsonText(text, Reading.WITHOUT_NULLS), reader -> reader.array(0));
    }

    /**
     * The items of the array that somebody sent, with its nulls. Here leniency would hide a mistake: nothing but what RFC
     * 8259 allows, no name twice, at most {@value #MAX_SENT_DEPTH} levels, numbers that a double can hold and texts that
     * every store can keep.
     *
     * @throws IllegalArgumentException if it is not one such array
     */
    public static List<@Nullable Object> readSentArray(String text) {
        return read(new JsonText(text, Reading.SENT), reader -> reader.array(0));
    }

    /**
     * The members of the object that somebody sent, with those that are null. The rules are those of {@link
     * #readSentArray}.
     *
     * @throws IllegalArgumentException if it is not one such object
     */
    public static Map<String, @Nullable Object> readSentObject(String text) {
        return read(new JsonText(text, Reading.SENT), reader -> reader.object(0));
    }

    /**
     * The members of the object that somebody sent, each as it stands in the text. The rules are those of {@link
     * #readSentArray}.
     *
     * @throws IllegalArgumentException if it is not one such object
     */
    public static Map<String, String> readSentMembers(String text) {
        return read(new JsonText(text, Reading.SENT), JsonText::members);
    }

    private static <T> T read(JsonText reader, Function<JsonText, T> read) {
        try {
            reader.space();
            T value = read.apply(reader);
            reader.space();
            if (reader.at < reader.text.length()) {
                throw reader.malformed();
            }
            return value;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw reader.malformed();
        }
    }

    /**
     * The text of a document.
     *
     * @param document a map, list, text, number or flag; the values of maps may be null
     */
    public static String write(Object document) {
        StringBuilder to = new StringBuilder();
        write(document, to);
        return to.toString();
    }

    private static void write(@Nullable Object value, StringBuilder to) {
        switch (value) {
            case null -> to.append("null");
            case Map<?, ?> members -> {
                String between = "{";
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    write(member.getKey(), to.append(between));
                    write(member.getValue(), to.append(':'));
                    between = ",";
                }
                to.append(members.isEmpty() ? "{}" : "}");
            }
            case List<?> items -> {
                String between = "[";
                for (Object item : items) {
                    write(item, to.append(between));
                    between = ",";
                }
                to.append(items.isEmpty() ? "[]" : "]");
            }
            case String text -> quote(text, to);
            default -> to.append(value);
        }
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = "\"\\\b\f\n\r\t".indexOf(c);
            if (escape >= 0) {
                to.append('\\').append("\"\\bfnrt".charAt(escape));
            } else if (c < ' ') {
                to.append(String.format("\\u%04X", (int) c));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }

    private @Nullable Object value(int depth) {
        space();
        return switch (text.charAt(at)) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        open('{', depth);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (!closes('}', members.isEmpty())) {
            String name = string();
            space();
            expect(':');
            @Nullable Object value = value(depth);
            if (isSent() && members.containsKey(name)) {
                throw malformed();
            }
            if (value != null || reading != Reading.WITHOUT_NULLS) {
                members.put(name, value);
            }
        }
        return members;
    }

    private Map<String, String> members() {
        open('{', 0);
        Map<String, String> members = new LinkedHashMap<>();
        while (!closes('}', members.isEmpty())) {
            String name = string();
            space();
            expect(':');
            space();
            int start = at;
            value(0);
            if (members.put(name, text.substring(start, at)) != null) {
                throw malformed();
            }
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        open('[', depth);
        List<@Nullable Object> items = new ArrayList<>();
        while (!closes(']', items.isEmpty())) {
            @Nullable Object item = value(depth);
            if (item != null || isSent()) {
                items.add(item);
            }
        }
        return items;
    }

    private void open(char bracket, int depth) {
        expect(bracket);
        if (depth > MAX_DEPTH || (isSent() && depth >= MAX_SENT_DEPTH)) {
            throw malformed();
        }
    }

    /** Whether the bracket comes now; else what comes is the next element, after a comma if there was one before. */
    private boolean closes(char bracket, boolean maybeFirst) {
        space();
        if (text.charAt(at) == bracket) {
            at++;
            return true;
        }
        if (text.charAt(at) == ',' && !(maybeFirst && isSent())) {
            at++;
            space();
        } else if (!maybeFirst) {
            throw malformed();
        }
        return false;
    }

    private String string() {
        String read = characters();
        if (isSent() && !PlainText.isStorable(read)) {
            throw malformed();
        }
        return read;
    }

    private String characters() {
        expect('"');
        int end = plainEnd();
        if (text.charAt(end) == '"') {
            String plain = text.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder result = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            requireAllowed(c);
            result.append(c == '\\' ? escaped() : c);
        }
        at++;
        return result.toString();
    }

    private int plainEnd() {
        int end = at;
        while (text.charAt(end) != '"' && text.charAt(end) != '\\') {
            requireAllowed(text.charAt(end++));
        }
        return end;
    }

    /** A control character is written as an escape (RFC 8259 section 7). */
    private void requireAllowed(char c) {
        if (c < ' ' && isSent()) {
            throw malformed();
        }
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) HexFormat.fromHexDigits(text, at - 4, at);
            }
            default -> throw malformed();
        };
    }

    private Number number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (isSent() && !isUsable(digits)) {
            throw malformed();
        }
        boolean isWhole = digits.length() < 19 && digits.chars().noneMatch(c -> ".eE".indexOf(c) >= 0);
        return isWhole ? (Number) Long.valueOf(digits) : (Number) new BigDecimal(digits);
    }

    private static boolean isUsable(String number) {
        return number.length() <= MAX_NUMBER
                && NUMBER.matcher(number).matches()
                && !Double.isInfinite(Double.parseDouble(number));
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw malformed();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isSent() {
        return reading == Reading.SENT;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not JSON of the kind, from character " + at + " on");
    }
}
