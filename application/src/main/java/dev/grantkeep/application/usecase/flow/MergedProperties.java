package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.domain.token.Properties;
import java.util.Optional;

/** Properties of a code or token with those of a request laid over them. */
final class MergedProperties {
    private MergedProperties() {}

    /** Both together; empty if that is too large. */
    static Optional<Properties> of(Properties kept, Properties added) {
        try {
            return Optional.of(kept.overlaidBy(added));
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }
}
