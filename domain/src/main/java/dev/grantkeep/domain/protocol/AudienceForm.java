package dev.grantkeep.domain.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the claim {@code aud} of one audience is written; both are right (RFC 7519 section 4.1.3). */
public enum AudienceForm {
    /** A list with one item. */
    ARRAY,
    STRING;

    /** The form of this name in lower case. */
    public static Optional<AudienceForm> ofName(String name) {
        return Stream.of(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
