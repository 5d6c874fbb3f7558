package dev.grantkeep.domain.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be shown before a client may have the sector that its settings say (OpenID Connect Core section 8.1):
 * clients of one sector know a user by one name, so a client may not choose freely whose sector it is in.
 */
public sealed interface SectorProof {
    /** Nothing: its subjects are not pairwise, its sector is the host of its own redirect URIs, or nothing was added. */
    record NotNeeded() implements SectorProof {}

    /** It cannot be shown: the redirect URIs have several hosts, and no sector identifier URI says which counts. */
    record Impossible() implements SectorProof {}

    /** That the document there lists every redirect URI (OpenID Connect Registration section 5). */
    record Document(String uri) implements SectorProof {}

    /**
     * What a change of settings needs. What was registered before is not asked for again: neither when something else
     * changes nor when redirect URIs go.
     *
     * @param before {@link ClientSettings#EMPTY} for a new client
     */
    static SectorProof of(ClientSettings before, ClientSettings after) {
        if (!after.isPairwise() || covers(before, after)) {
            return new NotNeeded();
        }
        @Nullable String uri = after.sectorIdentifierUri();
        if (uri != null) {
            return new Document(uri);
        }
        return SectorIdentifier.hosts(after).size() > 1 ? new Impossible() : new NotNeeded();
    }

    private static boolean covers(ClientSettings before, ClientSettings after) {
        return before.isPairwise()
                && Objects.equals(before.sectorIdentifierUri(), after.sectorIdentifierUri())
                && before.redirectUris().containsAll(after.redirectUris());
    }
}
