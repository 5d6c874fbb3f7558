package dev.grantkeep.adapter.jose;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.domain.value.Members;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks into messages. */
@Singleton
final class NimbusMessages implements JoseMessages {
    @Override
    public JoseReading read(String compact) {
        try {
            return read(Message.read(compact));
        } catch (Message.Fault e) {
            return new JoseReading.Refused(e.fault());
        }
    }

    @Override
    public Optional<Members> claims(String plaintext) {
        return Optional.ofNullable(StrictJson.object(plaintext)).map(Members::of);
    }

    private static JoseReading read(Message message) throws Message.Fault {
        if (!message.isSigned()) {
            return new JoseReading.Encrypted(message.header());
        }
        if (!message.isUnsecured()) {
            return new JoseReading.Signed(message.header(), message.claims());
        }
        // RFC 7519 section 6: it ends with the second dot.
        return message.signature().toString().isEmpty()
                ? new JoseReading.Unsecured(message.header(), message.claims())
                : new JoseReading.Refused(JoseFault.MALFORMED);
    }
}
