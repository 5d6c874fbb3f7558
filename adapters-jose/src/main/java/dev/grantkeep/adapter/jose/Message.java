package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseHeader;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.domain.value.Members;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in the compact form that passed what every message must pass.
 *
 * @param parts three of a signed one, five of an encrypted one
 */
record Message(String compact, List<Base64URL> parts, JoseHeader header) {
    static final int SIGNED = 3;
    static final int ENCRYPTED = 5;

    /** The message is refused. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        private final transient JoseFault fault;

        Fault(JoseFault fault) {
            super(fault.text(), null, false, false);
            this.fault = fault;
        }

        JoseFault fault() {
            return Objects.requireNonNull(fault);
        }
    }

    static Message read(String compact) throws Fault {
        if (compact.length() > JoseMessages.MAX_LENGTH) {
            throw new Fault(JoseFault.TOO_LONG);
        }
        if (!isOfParts(compact)) {
            throw new Fault(JoseFault.MALFORMED);
        }
        List<Base64URL> parts = split(compact);
        Members header = Members.of(object(parts.getFirst(), JoseFault.MALFORMED));
        if (header.text("alg") == null) {
            throw new Fault(JoseFault.MALFORMED);
        }
        if (header.get("zip") != null) {
            throw new Fault(JoseFault.COMPRESSED);
        }
        if (header.get("crit") != null || header.get("b64") != null) {
            throw new Fault(JoseFault.EXTENDED);
        }
        return new Message(compact, parts, new JoseHeader(header));
    }

    /** Of the characters of base64url, and dots; what a decoder would skip is not allowed (RFC 7515 section 2). */
    private static boolean isOfParts(String compact) {
        return compact.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_'
                        || c == '.');
    }

    private static List<Base64URL> split(String compact) throws Fault {
        try {
            return List.of(JOSEObject.split(compact));
        } catch (ParseException e) {
            throw new Fault(JoseFault.MALFORMED);
        }
    }

    boolean isSigned() {
        return parts.size() == SIGNED;
    }

    boolean isUnsecured() {
        return isSigned() && "none".equals(header.algorithm());
    }

    Base64URL signature() {
        return parts.getLast();
    }

    /** Of an encrypted one; where there is none, there must be none (RFC 7516 section 5.2). */
    boolean hasNoEncryptedKey() {
        return parts.get(1).toString().isEmpty();
    }

    byte[] signingInput() {
        return compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    /** The claims of a signed one. */
    Members claims() throws Fault {
        return Members.of(object(parts.get(1), JoseFault.NO_CLAIMS));
    }

    /** A claim of a signed one, whatever the others are; empty if it is absent or no text. */
    Optional<String> textClaim(String name) {
        @Nullable String text = text(parts.get(1).decode());
        return text == null ? Optional.empty() : StrictJson.text(text, name);
    }

    private static Map<String, Object> object(Base64URL part, JoseFault otherwise) throws Fault {
        @Nullable String text = text(part.decode());
        @Nullable Map<String, Object> members = text == null ? null : StrictJson.object(text);
        if (members == null) {
            throw new Fault(otherwise);
        }
        return members;
    }

    /** Null if the octets are not UTF-8. */
    static @Nullable String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
