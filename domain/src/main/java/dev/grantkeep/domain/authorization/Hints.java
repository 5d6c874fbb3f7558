package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.openid.AskedClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of OpenID Connect Core section 3.1.2.1 that only the pages use.
 *
 * @param prompts the values of {@code prompt} in order: none, login, consent, select_account, create
 * @param display page, popup, touch or wap
 * @param maxAge seconds since the user's authentication; 0 is not set
 * @param acrs authentication contexts, the most wanted first
 * @param claims what is asked for one by one
 * @param subject the only user that will do, as the claims or an ID token of before name it; null is any
 */
public record Hints(
        List<String> prompts,
        String display,
        int maxAge,
        @Nullable String loginHint,
        List<String> uiLocales,
        List<String> claimsLocales,
        List<String> acrs,
        AskedClaims claims,
        @Nullable String subject) {
    /** Whether no page may be shown. */
    public boolean promptNone() {
        return prompts.contains("none");
    }
}
