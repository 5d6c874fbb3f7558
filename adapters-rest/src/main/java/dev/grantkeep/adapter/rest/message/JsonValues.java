package dev.grantkeep.adapter.rest.message;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads single JSON values leniently, as the real clients need it. None of the nodes is null. */
public final class JsonValues {
    private JsonValues() {}

    /** A text; a number is taken as its text. */
    public static String text(String name, JsonNode node) {
        if (node.isString()) {
            return node.getStringValue();
        }
        if (node.isNumber()) {
            return node.getNumberValue().toString();
        }
        throw wrong(name, "a text");
    }

    /** A whole number that fits 64 bits; it may come as text. */
    public static long number(String name, JsonNode node) {
        if (!node.isNumber() && !node.isString()) {
            throw wrong(name, "a number");
        }
        String text = text(name, node);
        if (text.length() > 40) {
            throw wrong(name, "a whole number of at most 64 bits");
        }
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(name, "a whole number of at most 64 bits");
        }
    }

    /** A flag; it may come as the text true or false. */
    public static boolean flag(String name, JsonNode node) {
        if (node.isBoolean()) {
            return node.getBooleanValue();
        }
        if (node.isString() && node.getStringValue().equals("true")) {
            return true;
        }
        if (node.isString() && node.getStringValue().equals("false")) {
            return false;
        }
        throw wrong(name, "true or false");
    }

    /** A list of texts. One text is split at its spaces. */
    public static List<String> words(String name, JsonNode node) {
        if (node.isString()) {
            return Arrays.stream(node.getStringValue().split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
        if (!node.isArray()) {
            throw wrong(name, "an array of texts");
        }
        List<String> words = new ArrayList<>();
        for (JsonNode item : node.values()) {
            if (!item.isString()) {
                throw wrong(name, "an array of texts");
            }
            words.add(item.getStringValue());
        }
        return words;
    }

    /** The members of an object. */
    public static Params object(String name, JsonNode node) {
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
        return Params.of(members);
    }

    /** The members of the object that a text is. */
    public static Params objectInText(String name, String text) {
        try {
            return object(name, Json.readSent(text));
        } catch (Unreadable | BadRequest malformed) {
            throw new BadRequest("The value of '" + name + "' is not the text of a JSON object.");
        }
    }

    /** The enum value that has exactly this name. */
    public static <E extends Enum<E>> E name(String name, String text, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new BadRequest("The value of '" + name + "' is not one that is known.");
    }

    public static BadRequest wrong(String name, String expected) {
        return new BadRequest("The value of '" + name + "' must be " + expected + ".");
    }
}
