package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.value.Members;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message (RFC 7515 section 4, RFC 7516 section 4).
 *
 * @param members with an {@code alg}
 */
public record JoseHeader(Members members) {
    private static final String APPLICATION = "application/";

    /** {@code alg}, as the message has it. */
    public String algorithm() {
        return Objects.requireNonNull(members.text("alg"), "alg");
    }

    /** {@code enc}; only an encrypted message has it. */
    public @Nullable String encryption() {
        return members.text("enc");
    }

    public @Nullable String keyId() {
        return members.text("kid");
    }

    /**
     * Whether {@code typ} is this media type: in any case of letters, and with or without {@code application/} where
     * there is no other slash (RFC 7515 section 4.1.9).
     *
     * @param type such as {@code at+jwt}
     */
    public boolean isOfType(String type) {
        @Nullable String own = members.text("typ");
        return own != null && normal(own).equals(normal(type));
    }

    private static String normal(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith(APPLICATION) && lower.indexOf('/', APPLICATION.length()) < 0
                ? lower.substring(APPLICATION.length())
                : lower;
    }
}
