package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import java.time.Instant;
import java.util.Base64;

/** Fresh values of every kind, made of randomness. */
@Wired
public final class ValueGenerator {
    private static final long LEAST_ID = 10_000_000_000_000L;

    private final Randomness randomness;

    public ValueGenerator(Randomness randomness) {
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

    /** A code or ticket: 256 bits, 43 characters. */
    public TokenValue value() {
        return TokenValue.of(randomness.bytes(32));
    }

    /** The secret part of an access token or refresh token. */
    public byte[] tokenSecret() {
        return randomness.bytes(TokenValues.SECRET_BYTES);
    }

    public RefreshRequest.NewValues forRefresh() {
        return new RefreshRequest.NewValues(tokenSecret(), tokenSecret());
    }

    public IssueOrder.NewValues forIssue(Instant now) {
        return new IssueOrder.NewValues(
                TokenId.create(now, randomness.bytes(10)), tokenSecret(), tokenSecret(), generation());
    }
}
