package dev.grantkeep.domain.key;

import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * Which key a service wants to sign with.
 *
 * @param id the {@code kid} that the service's setting names; null if it names none
 */
public record KeyWish(KeyPurpose purpose, @Nullable String id) {
    /** What the document of a service's settings says. */
    public static KeyWish of(KeyPurpose purpose, Members service) {
        @Nullable String id = service.text(purpose.setting());
        return new KeyWish(purpose, id == null || id.isEmpty() ? null : id);
    }
}
