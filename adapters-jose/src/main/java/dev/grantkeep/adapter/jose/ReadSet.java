package dev.grantkeep.adapter.jose;

import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a text is as a JWK Set, with what is made of its keys. */
final class ReadSet {
    private final KeySetReading reading;
    private final Map<Integer, NimbusKey> keys;
    private volatile byte @Nullable [] fingerprint;

    private ReadSet(KeySetReading reading, Map<Integer, NimbusKey> keys) {
        this.reading = reading;
        this.keys = keys;
    }

    static ReadSet of(String text) {
        if (text.length() > KeySets.MAX_LENGTH) {
            return refused("it has more than " + KeySets.MAX_LENGTH + " characters");
        }
        @Nullable Map<String, Object> document = StrictJson.object(text);
        if (document == null) {
            return refused(
                    "it is not one JSON object, in which each member stands once and nothing is nested deeper than "
                            + JoseMessages.MAX_DEPTH + " levels");
        }
        if (!(document.get("keys") instanceof List<?> items)) {
            return refused("it has no array keys");
        }
        return items.size() > KeySets.MAX_KEYS
                ? refused("it has more than " + KeySets.MAX_KEYS + " keys")
                : of(text, items);
    }

    private static ReadSet of(String text, List<?> items) {
        Map<Integer, NimbusKey> keys = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                keys.put(i, JwkReader.read(members(items.get(i)), i));
            } catch (JwkReader.Faulty faulty) {
                faults.add("keys[" + i + "] " + faulty.getMessage());
            } catch (JwkReader.OfOtherKind leftOut) {
                // RFC 7517 section 5: nothing is wrong with the set.
            }
        }
        List<Jwk> described = keys.values().stream().map(NimbusKey::description).toList();
        boolean hasSecrets = items.stream().anyMatch(ReadSet::isSecret);
        return new ReadSet(new KeySetReading.Read(new KeySet(text, described), faults, hasSecrets), keys);
    }

    /** A private key has a member d, or priv if it is of the newer kind, a symmetric one k (RFC 7518 section 6). */
    private static boolean isSecret(Object item) {
        return item instanceof Map<?, ?> members && Stream.of("d", "priv", "k").anyMatch(members::containsKey);
    }

    @SuppressWarnings("unchecked") // StrictJson makes no other maps
    private static Map<String, Object> members(Object item) throws JwkReader.Faulty {
        if (item instanceof Map<?, ?> members) {
            return (Map<String, Object>) members;
        }
        throw new JwkReader.Faulty("is not an object");
    }

    private static ReadSet refused(String reason) {
        return new ReadSet(new KeySetReading.Refused(reason), Map.of());
    }

    /** A hash of the text; of a refused one, of why. */
    byte[] fingerprint() {
        byte[] made = fingerprint;
        if (made == null) {
            String text =
                    reading instanceof KeySetReading.Read read ? read.set().text() : reading.toString();
            made = Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
            fingerprint = made;
        }
        return made;
    }

    KeySetReading reading() {
        return reading;
    }

    NimbusKey key(Jwk described) {
        return Objects.requireNonNull(keys.get(described.position()), "a key of another set");
    }

    Iterable<NimbusKey> keys() {
        return keys.values();
    }
}
