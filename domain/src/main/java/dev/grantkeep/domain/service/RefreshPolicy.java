package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;

/**
 * What a refresh does to the refresh token ("Changing token duration", contract 4.3).
 *
 * @param kept the refresh token keeps its value
 * @param durationKept a rotated refresh token takes over the remaining life of the old one; only when not kept
 * @param durationReset a kept refresh token starts a new life; only when kept
 * @param idempotent a rotated refresh token that is used again at once is answered with the same tokens
 * @param expirationLinked an access token never outlives its refresh token
 * @param openidDroppedWithoutOfflineAccess a refresh drops {@code openid} unless {@code offline_access} was granted
 */
public record RefreshPolicy(
        boolean kept,
        boolean durationKept,
        boolean durationReset,
        boolean idempotent,
        boolean expirationLinked,
        boolean openidDroppedWithoutOfflineAccess) {
    public static final RefreshPolicy DEFAULT = new RefreshPolicy(false, false, false, false, false, false);

    static RefreshPolicy of(Members members) {
        return new RefreshPolicy(
                members.flag("refreshTokenKept"),
                members.flag("refreshTokenDurationKept"),
                members.flag("refreshTokenDurationReset"),
                members.flag("refreshTokenIdempotent"),
                members.flag("tokenExpirationLinked"),
                members.flag("openidDroppedOnRefreshWithoutOfflineAccess"));
    }

    public RefreshMode mode() {
        if (kept) {
            return durationReset ? RefreshMode.KEEP_AND_RENEW : RefreshMode.KEEP;
        }
        return durationKept ? RefreshMode.ROTATE_WITHIN_LIFE : RefreshMode.ROTATE;
    }
}
