package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.domain.common.Generation;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Fresh values of every kind, made of randomness. */
public final class Fresh {
    private static final long LEAST_ID = 10_000_000_000_000L;

    private final Randomness randomness;

    public Fresh(Randomness randomness) {
        this.randomness = randomness;
    }

    public Generation generation() {
        return new Generation(randomness.bits());
    }

    /** An id of a service or client: 14 decimal digits. */
    public long id() {
        return LEAST_ID + Math.floorMod(randomness.bits(), 9 * LEAST_ID);
    }

    /** An internal number of a service or client: positive. */
    public int number() {
        return 1 + Math.floorMod((int) randomness.bits(), Integer.MAX_VALUE);
    }

    /** A secret in base64url: 32 bytes give 43 characters, 64 give 86. */
    public Secret secret(int bytes) {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(bytes)));
    }

    /** An access token, code or ticket: 256 bits, 43 characters. */
    public TokenValue value() {
        return TokenValues.access(randomness.bytes(TokenValues.ACCESS_BYTES));
    }

    public RefreshRequest.Fresh forRefresh() {
        return new RefreshRequest.Fresh(value(), randomness.bytes(TokenValues.REFRESH_BYTES));
    }

    /**
     * A new record with values that the caller chose or that are made here.
     *
     * @param access null for a fresh one
     * @param refresh null for a fresh one; not used if the token gets no refresh token
     */
    public IssuedToken token(IssueOrder order, @Nullable TokenValue access, @Nullable TokenValue refresh, Instant now) {
        TokenId id = TokenId.create(now, randomness.bytes(10));
        return order.issue(
                id,
                access == null ? value() : access,
                order.wantsRefreshToken() ? orFresh(refresh, id, order.service()) : null,
                now);
    }

    private TokenValue orFresh(@Nullable TokenValue chosen, TokenId id, Service service) {
        return chosen == null
                ? TokenValues.refresh(id, randomness.bytes(TokenValues.REFRESH_BYTES), service.derivationKey())
                : chosen;
    }
}
