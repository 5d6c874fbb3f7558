package dev.grantkeep.domain.client;

import dev.grantkeep.domain.value.PlainText;
import java.util.Optional;

/** How a caller names a client: by its number in decimal digits, or by its alias. */
public record ClientIdentifier(String value) {
    public static ClientIdentifier of(ClientId id) {
        return new ClientIdentifier(id.toString());
    }

    /** The number that this may be; empty if it is none, too large for one or written otherwise than ids are. */
    public Optional<ClientId> asId() {
        if (!PlainText.isNumber(value, 19) || value.startsWith("0")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClientId(Long.parseLong(value)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** The alias that this may be; empty if no alias can look like it. */
    public Optional<ClientAlias> asAlias() {
        try {
            return Optional.of(new ClientAlias(value));
        } catch (IllegalArgumentException notAnAlias) {
            return Optional.empty();
        }
    }
}
