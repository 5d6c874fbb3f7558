package dev.grantkeep.adapter.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.grantkeep.application.port.out.key.JoseMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects that somebody sent: each name once, nothing after the object, at most {@link JoseMessages#MAX_DEPTH}
 * levels, numbers that others can take. Nulls are left out.
 */
final class StrictJson {
    /** Characters of a number. */
    private static final int MAX_NUMBER = 64;

    /** Levels of claims that were signed: more than what is taken into them has. */
    private static final int DEEP_LEVELS = 200;

    private static final JsonFactory FACTORY = factory(JoseMessages.MAX_DEPTH);
    private static final JsonFactory DEEP = factory(DEEP_LEVELS);

    private StrictJson() {}

    private static JsonFactory factory(int levels) {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Not one for each thread: these may be virtual, and many.
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(levels)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .build();
    }

    /** The members, as {@link dev.grantkeep.domain.value.Members} take them; null if the text is no such object. */
    static @Nullable Map<String, Object> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Map<String, Object> members = parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : null;
            return parser.nextToken() == null ? members : null;
        } catch (IOException | NumberFormatException notWhatIsTaken) {
            return null;
        }
    }

    /**
     * A member of an object that somebody known has signed: only the object's own members count, and what else they hold may
     * be as deep as a service may let it be. Empty if it is absent or no text, or the text is no such object.
     */
    static Optional<String> text(String text, String name) {
        try (JsonParser parser = DEEP.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Optional<String> found = Optional.empty();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean isIt = name.equals(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_STRING && isIt) {
                    found = Optional.of(parser.getText());
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? found : Optional.empty();
        } catch (IOException notWhatIsTaken) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            @Nullable Object value = value(parser);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            @Nullable Object item = value(parser);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Number number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Double.isInfinite(number.doubleValue())) {
            throw new NumberFormatException(text);
        }
        return number.scale() == 0 && number.precision() < 19 ? (Number) number.longValue() : number;
    }
}
