package dev.grantkeep.domain.openid;

import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code id_token_hint}: an ID token of before, which may have expired (OpenID Connect Core section 3.1.2.1).
 *
 * @param valid whether the service signed it
 * @param subject its {@code sub}; null if there is no hint
 */
public record IdTokenHint(boolean valid, @Nullable String subject) {
    public static final IdTokenHint NONE = new IdTokenHint(true, null);
    public static final IdTokenHint INVALID = new IdTokenHint(false, null);
}
