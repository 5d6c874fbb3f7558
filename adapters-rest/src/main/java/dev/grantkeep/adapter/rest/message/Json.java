package dev.grantkeep.adapter.rest.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.grantkeep.domain.value.PlainText;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON trees. Reading is strict where leniency would hide a mistake: no duplicate names, nothing after
 * the value, at most {@value #MAX_DEPTH} levels, only text that every store can keep.
 */
public final class Json {
    static final int MAX_DEPTH = 64;

    /** Characters of a number that does not fit 64 bits. */
    private static final int MAX_NUMBER = 64;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Not one for each thread: these may be virtual, and many.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private Json() {}

    /**
     * What a caller sent.
     *
     * @throws Unreadable if these bytes are not one JSON value in UTF-8, or hold a number that is too large
     */
    static JsonNode readSent(byte[] bytes) {
        JsonNode value = read(bytes);
        requireUsableNumbers(value);
        return value;
    }

    /**
     * What a caller sent as a text within what it sent: the same rules count for it.
     *
     * @throws Unreadable if the text is not one JSON value, or holds a number that is too large
     */
    public static JsonNode readSent(String text) {
        return readSent(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return value;
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** What was stored or written before. */
    public static JsonNode read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] write(JsonNode node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(node, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String writeText(JsonNode node) {
        return new String(write(node), StandardCharsets.UTF_8);
    }

    /** What was stored or written before, over several lines, for a human reader. */
    public static byte[] indented(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes).setPrettyPrinter(new DefaultPrettyPrinter())) {
            write(read(text), generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed();
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> JsonNode.createStringNode(storable(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> JsonNode.createBooleanNode(true);
            case VALUE_FALSE -> JsonNode.createBooleanNode(false);
            case VALUE_NULL -> JsonNode.nullNode();
            default -> throw malformed();
        };
    }

    private static JsonNode object(JsonParser parser) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = storable(parser.currentName());
            parser.nextToken();
            members.put(name, value(parser));
        }
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return JsonNode.createArrayNode(items);
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> JsonNode.createNumberNode(parser.getLongValue());
            case BIG_INTEGER -> JsonNode.createNumberNode(parser.getBigIntegerValue());
            default -> JsonNode.createNumberNode(decimal(parser.getText()));
        };
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponentOutOfRange) {
            throw outOfRange();
        }
    }

    /**
     * JSON has numbers of any size; one that readers of the answer could not take is none here (RFC 8259 section 6).
     *
     * @throws Unreadable if the value is or holds such a number
     */
    private static void requireUsableNumbers(JsonNode node) {
        if (node.isArray()) {
            node.values().forEach(Json::requireUsableNumbers);
        } else if (node.isObject()) {
            node.entries().forEach(member -> requireUsableNumbers(member.getValue()));
        } else if (node.isNumber() && !isUsable(node.getNumberValue())) {
            throw outOfRange();
        }
    }

    private static boolean isUsable(Number number) {
        return number instanceof Long
                || (number.toString().length() <= MAX_NUMBER && !Double.isInfinite(number.doubleValue()));
    }

    private static String storable(String text) {
        if (!PlainText.isStorable(text)) {
            throw new Unreadable(Unreadable.Reason.MALFORMED, "A text holds a NUL or an unpaired surrogate.");
        }
        return text;
    }

    private static void write(JsonNode node, JsonGenerator to) throws IOException {
        if (node.isObject()) {
            to.writeStartObject();
            for (Map.Entry<String, JsonNode> member : node.entries()) {
                to.writeFieldName(member.getKey());
                write(member.getValue(), to);
            }
            to.writeEndObject();
        } else if (node.isArray()) {
            to.writeStartArray();
            for (JsonNode item : node.values()) {
                write(item, to);
            }
            to.writeEndArray();
        } else {
            writeScalar(node, to);
        }
    }

    private static void writeScalar(JsonNode node, JsonGenerator to) throws IOException {
        if (node.isString()) {
            to.writeString(node.getStringValue());
        } else if (node.isNumber()) {
            writeNumber(node.getNumberValue(), to);
        } else if (node.isBoolean()) {
            to.writeBoolean(node.getBooleanValue());
        } else {
            to.writeNull();
        }
    }

    private static void writeNumber(Number number, JsonGenerator to) throws IOException {
        if (number instanceof Long || number instanceof Integer) {
            to.writeNumber(number.longValue());
        } else {
            to.writeNumber(number.toString());
        }
    }

    private static Unreadable malformed() {
        return new Unreadable(Unreadable.Reason.MALFORMED, "The request body is not valid JSON.");
    }

    private static Unreadable outOfRange() {
        return new Unreadable(Unreadable.Reason.MALFORMED, "A number is too large or too long.");
    }
}
