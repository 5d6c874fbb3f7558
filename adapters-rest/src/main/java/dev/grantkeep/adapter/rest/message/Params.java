package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.application.document.Type.Source;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import io.micronaut.http.MediaType;
import io.micronaut.json.tree.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, from a JSON body, a form body or the query. The official clients send every member they
 * know, so null is absent, 0 is not set and unknown names are ignored; numbers and flags may come as text, and one text
 * may stand for a list, split at its spaces. Every reader throws {@link BadRequest} on a value of the wrong kind.
 */
public final class Params {
    /** The largest body that is read, in bytes. */
    public static final int MAX_BODY = 512 * 1024;

    /** The last millisecond of the year 9999: the latest instant that can be stored. */
    private static final long MAX_INSTANT = 253_402_300_799_999L;

    private final Map<String, JsonNode> values;
    private final boolean form;

    private Params(Map<String, JsonNode> values, boolean form) {
        this.values = values;
        this.form = form;
    }

    /** Members of an object that was read or built before. */
    public static Params of(Map<String, JsonNode> members) {
        return new Params(new LinkedHashMap<>(members), false);
    }

    public static Params ofQuery(@Nullable String rawQuery) {
        return ofForm(rawQuery == null ? "" : rawQuery);
    }

    /** The parameters of a body that is not empty. */
    public static Params ofBody(@Nullable MediaType type, byte[] body) {
        if (body.length > MAX_BODY) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, "The request body has more than " + MAX_BODY + " bytes.");
        }
        if (type != null && type.matches(MediaType.APPLICATION_JSON_TYPE)) {
            return ofJson(body);
        }
        if (type != null && type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return ofFormBody(body);
        }
        throw new Unreadable(
                Unreadable.Reason.UNSUPPORTED_TYPE,
                "The content type must be application/json or application/x-www-form-urlencoded.");
    }

    /** JSON that was sent as a form, as curl does unless it is told otherwise, is read as what it is: no form begins so. */
    private static Params ofFormBody(byte[] body) {
        String text = utf8(body);
        return isJson(text) ? ofJson(body) : ofForm(text);
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    static Params ofJson(byte[] body) {
        JsonNode root = Json.readSent(body);
        if (!root.isObject()) {
            throw new Unreadable(Unreadable.Reason.MALFORMED, "The request body is not a JSON object.");
        }
        Map<String, JsonNode> all = new LinkedHashMap<>();
        root.entries().forEach(member -> all.put(member.getKey(), member.getValue()));
        return new Params(all, false);
    }

    /** The members of a service or client in a body that is not empty. In a form, a list may stand as several parameters. */
    public static SentMembers membersOfBody(@Nullable MediaType type, byte[] body) {
        boolean isForm = type != null && type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        if (!isForm || body.length > MAX_BODY || isJson(utf8(body))) {
            return new SentMembers(Trees.of(ofBody(type, body).sent()), Source.JSON);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        Form.parse(utf8(body))
                .forEach((name, list) -> members.put(name, list.size() == 1 ? list.get(0) : List.copyOf(list)));
        return new SentMembers(members, Source.FORM);
    }

    static Params ofForm(String text) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Form.parse(text).forEach((name, list) -> {
            if (list.size() > 1) {
                throw new BadRequest("The parameter '" + name + "' stands more than once.");
            }
            all.put(name, JsonNode.createStringNode(list.get(0)));
        });
        return new Params(all, true);
    }

    /** Everything that was sent, explicit nulls of JSON included. */
    public Map<String, JsonNode> sent() {
        return Collections.unmodifiableMap(values);
    }

    /** Whether the parameter is there, not null and not the empty text. */
    public boolean has(String name) {
        return node(name) != null;
    }

    /** The value as it was sent; null if it is absent, null or the empty text: all are the same (RFC 6749 section 3.1). */
    public @Nullable JsonNode node(String name) {
        JsonNode node = given(name);
        return node != null && node.isString() && node.getStringValue().isEmpty() ? null : node;
    }

    private @Nullable JsonNode given(String name) {
        JsonNode node = values.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** A text that is not empty; null if it is absent or empty. A number is taken as its text. */
    public @Nullable String text(String name) {
        JsonNode node = node(name);
        return node == null ? null : JsonValues.text(name, node);
    }

    /** {@code parameters}, the request that a client made; null if it is absent. A client may well make an empty one. */
    public @Nullable String clientRequest() {
        JsonNode node = given("parameters");
        return node == null ? null : JsonValues.text("parameters", node);
    }

    /** A text that is neither absent nor empty. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    /** A whole number; 0 if it is absent. */
    public long number(String name) {
        JsonNode node = node(name);
        return node == null ? 0 : JsonValues.number(name, node);
    }

    /** A flag; false if it is absent. */
    public boolean flag(String name) {
        JsonNode node = node(name);
        return node != null && JsonValues.flag(name, node);
    }

    /**
     * A list of texts; null if it is absent. One text is split at its spaces; an array's elements are not. In a form a text
     * without words is the empty list, for it has no other way to say that; in JSON, which has one, it is absent.
     */
    public @Nullable List<String> words(String name) {
        JsonNode node = given(name);
        if (node == null) {
            return null;
        }
        List<String> words = JsonValues.words(name, node);
        return !form && node.isString() && words.isEmpty() ? null : words;
    }

    /** A set of scopes; null if it is absent. What cannot be a scope is left out, as unsupported scopes are. */
    public @Nullable ScopeSet scopes(String name) {
        List<String> words = words(name);
        return words == null
                ? null
                : ScopeSet.of(words.stream()
                        .filter(ScopeName::isValid)
                        .map(ScopeName::new)
                        .toList());
    }

    /** An enum value by its exact name; null if it is absent. */
    public <E extends Enum<E>> @Nullable E name(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : JsonValues.name(name, text, type);
    }

    /** The objects of an array; null if it is absent. Nulls among them are left out. */
    private @Nullable List<Params> objects(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            throw wrong(name, "an array of objects");
        }
        List<Params> objects = new ArrayList<>();
        for (JsonNode item : node.values()) {
            if (!item.isNull()) {
                objects.add(JsonValues.object(name, item));
            }
        }
        return objects;
    }

    /** Properties, which only JSON can carry; null if they are absent. */
    public @Nullable Properties properties(String name) {
        List<Params> items = form ? null : objects(name);
        if (items == null) {
            return null;
        }
        return checked(
                name, () -> new Properties(items.stream().map(Params::property).toList()));
    }

    /** The subject, which must be there and valid. */
    public Subject subject(String name) {
        String text = text(name);
        if (text == null) {
            throw missing(name);
        }
        return subjectOf(name, text);
    }

    /** The subject; null if it is absent. */
    public @Nullable Subject subjectOrNull(String name) {
        String text = text(name);
        return text == null ? null : subjectOf(name, text);
    }

    /** A subject that was found elsewhere, such as in the path. */
    public static Subject subjectOf(String name, String text) {
        if (!Subject.isValid(text)) {
            throw new BadRequest(
                    "The value of '" + name + "' must be 1 to " + Subject.MAX_LENGTH + " printable ASCII characters.");
        }
        return new Subject(text);
    }

    /** A duration in seconds; null if it is absent, 0 or negative. */
    public @Nullable TokenDuration duration(String name) {
        long seconds = number(name);
        if (seconds <= 0) {
            return null;
        }
        if (!TokenDuration.isValidSeconds(seconds)) {
            throw new BadRequest("The value of '" + name + "' must be at most " + TokenDuration.MAX_SECONDS + ".");
        }
        return TokenDuration.ofSeconds(seconds);
    }

    /** The explicit durations {@code accessTokenDuration} and {@code refreshTokenDuration}. */
    public Durations durations() {
        return new Durations(duration("accessTokenDuration"), duration("refreshTokenDuration"), null);
    }

    /** An instant in milliseconds since the epoch; null if it is absent, 0 or negative. */
    public @Nullable Instant instant(String name) {
        long millis = number(name);
        if (millis > MAX_INSTANT) {
            throw new BadRequest("The value of '" + name + "' must be at most " + MAX_INSTANT + ".");
        }
        return millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** The part of a list that {@code start} (0 by default) and {@code end} name. */
    public Window window(int defaultEnd) {
        long start = number("start");
        long end = number("end");
        if (end == 0 && (start == 0 || !has("end"))) {
            end = defaultEnd;
        }
        if (!Window.isValid(start, end)) {
            throw new BadRequest(
                    "'start' and 'end' must satisfy 0 <= start <= end and end - start <= " + Window.MAX_SIZE + ".");
        }
        return new Window((int) start, (int) end);
    }

    /** What a value's constructor accepts; its refusal becomes a bad request that names the parameter. */
    public static <T> T checked(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The value of '" + name + "' is not valid: " + e.getMessage() + ".");
        }
    }

    public static BadRequest missing(String name) {
        return new BadRequest("The request does not contain '" + name + "' parameter.");
    }

    private Property property() {
        return new Property(requiredText("key"), Objects.requireNonNullElse(text("value"), ""), flag("hidden"));
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Unreadable.Reason.MALFORMED, "The request body is not UTF-8.");
        }
    }

    private static BadRequest wrong(String name, String expected) {
        return JsonValues.wrong(name, expected);
    }
}
