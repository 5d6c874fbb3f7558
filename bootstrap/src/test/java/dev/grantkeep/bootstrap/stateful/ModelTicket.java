package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket, and what was asked for when it was made. */
final class ModelTicket {
    static final long LIFE = 86_400_000;

    final Authorize asked;
    final Set<String> scopes;
    final long expiresAt;
    String value = "";
    boolean used;

    /**
     * What an authorization request says.
     *
     * @param scope as the client wrote it; null if it did not
     * @param verifier null without PKCE
     */
    record Authorize(
            ModelClient client,
            String responseType,
            @Nullable String scope,
            boolean withRedirectUri,
            @Nullable String verifier,
            List<String> resources) {
        boolean forCode() {
            return responseType.equals("code");
        }
    }

    ModelTicket(Authorize asked, Set<String> scopes, long expiresAt) {
        this.asked = asked;
        this.scopes = scopes;
        this.expiresAt = expiresAt;
    }
}
