package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.value.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a store saw, beside the version that the service's settings had at that moment.
 *
 * @param service absent if the service does not exist
 * @param found absent if there is no such thing
 */
public record FoundAtVersion<T>(
        @Nullable Version service, @Nullable T found) {}
