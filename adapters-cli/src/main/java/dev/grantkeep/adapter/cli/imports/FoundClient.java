package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client in an export.
 *
 * @param id by which it names itself to the server that it is moved from, and goes on to
 * @param members as {@code client/create} takes them
 * @param secret null if it has none, or one that was not exported or cannot be taken
 * @param authenticates whether it shows a secret
 */
record FoundClient(
        String id, Map<String, Object> members, @Nullable Secret secret, boolean authenticates, boolean locked) {
    boolean needsSecret() {
        return authenticates && secret == null;
    }

    /** What has to be done once it is created. */
    boolean hasMore() {
        return secret != null || locked;
    }
}
