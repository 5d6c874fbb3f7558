package dev.grantkeep.application.memory;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseHeader;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.domain.value.Members;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Looks into messages for tests of use cases. */
public final class DecodedMessages implements JoseMessages {
    private static final int SIGNED = 3;
    private static final int ENCRYPTED = 5;

    @Override
    public JoseReading read(String compact) {
        if (compact.length() > MAX_LENGTH) {
            return refused(JoseFault.TOO_LONG);
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != SIGNED && parts.length != ENCRYPTED) {
            return refused(JoseFault.MALFORMED);
        }
        Members header;
        try {
            header = object(parts[0]);
        } catch (IllegalArgumentException e) {
            return refused(JoseFault.MALFORMED);
        }
        return header.text("alg") == null ? refused(JoseFault.MALFORMED) : read(parts, header);
    }

    @Override
    public Optional<Members> claims(String plaintext) {
        try {
            return Optional.of(Members.of(JsonText.read(plaintext)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JoseReading read(String[] parts, Members members) {
        JoseHeader header = new JoseHeader(members);
        if (members.get("zip") != null) {
            return refused(JoseFault.COMPRESSED);
        }
        if (members.get("crit") != null || members.get("b64") != null) {
            return refused(JoseFault.EXTENDED);
        }
        if (parts.length == ENCRYPTED) {
            return new JoseReading.Encrypted(header);
        }
        try {
            Members claims = object(parts[1]);
            if (!header.algorithm().equals("none")) {
                return new JoseReading.Signed(header, claims);
            }
            return parts[2].isEmpty() ? new JoseReading.Unsecured(header, claims) : refused(JoseFault.MALFORMED);
        } catch (IllegalArgumentException e) {
            return refused(JoseFault.NO_CLAIMS);
        }
    }

    private static Members object(String part) {
        return Members.of(JsonText.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)));
    }

    private static JoseReading refused(JoseFault fault) {
        return new JoseReading.Refused(fault);
    }
}
