package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.KeySet;
import java.util.List;

/** What a text is as a JWK Set. */
public sealed interface KeySetReading {
    /**
     * A set, which may be without a usable key.
     *
     * @param faults keys that are left out because they are not what they say, lack members or are out of the range that
     *     is taken (RFC 7517 section 5): such as "keys[2] has no kty". Whoever registers a set should hear of them
     * @param hasSecrets whether a key in it is private or symmetric
     */
    record Read(KeySet set, List<String> faults, boolean hasSecrets) implements KeySetReading {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The text is none that is taken.
     *
     * @param reason goes on from "must be a JWK Set (RFC 7517): "; holds nothing of the text
     */
    record Refused(String reason) implements KeySetReading {}
}
