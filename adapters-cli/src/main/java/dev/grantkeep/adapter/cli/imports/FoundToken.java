package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token record, of which lists give only hashes: the values are there if somebody has added them.
 *
 * @param client as it names itself
 * @param grantType such as {@code AUTHORIZATION_CODE}
 * @param access null if the export has no value
 * @param refresh null if the export has no value, or there is no refresh token
 * @param refreshEnds null if there is no refresh token
 */
record FoundToken(
        String client,
        @Nullable String subject,
        List<String> scopes,
        String grantType,
        @Nullable Secret access,
        Instant accessEnds,
        @Nullable Secret refresh,
        @Nullable Instant refreshEnds) {
    boolean isOver(Instant now) {
        return !accessEnds.isAfter(now) && (refreshEnds == null || !refreshEnds.isAfter(now));
    }

    /** For people; not a value. */
    String name() {
        return client + (subject == null ? "" : " of " + subject);
    }
}
