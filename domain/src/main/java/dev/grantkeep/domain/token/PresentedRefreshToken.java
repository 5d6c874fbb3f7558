package dev.grantkeep.domain.token;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A refresh token as somebody presents it, before it is known what it is worth: the current one of a record, one that the
 * record had before, or neither. One that a record had before is told from one that was made up by the tag in it, by the
 * record's memory of a value without a tag, or by the current value if that was derived from it.
 */
public record PresentedRefreshToken(TokenValue value, Secret derivationKey) {
    /** How long after a rotation the old refresh token is answered with the new one, if the service is idempotent. */
    public static final Duration IDEMPOTENCY_WINDOW = Duration.ofSeconds(60);

    public static PresentedRefreshToken to(Service service, TokenValue value) {
        return new PresentedRefreshToken(value, service.derivationKey());
    }

    /** The record that it names for certain: the service made it for that record. */
    public Optional<TokenId> namedRecord() {
        return TokenValues.recordNamedBy(value, derivationKey);
    }

    /** The record that it may belong or have belonged to, which {@link #isOf} has to confirm: anybody can make one up. */
    public Optional<TokenId> claimedRecord() {
        return TokenValues.recordClaimedBy(value);
    }

    /** Whether it is the record's current refresh token. */
    public boolean isCurrentOf(TokenRecord token) {
        return token.refresh() != null && token.refresh().hash().equals(value.hash());
    }

    /** Whether it is the record's refresh token, or was once. */
    public boolean isOf(TokenRecord token) {
        return token.refresh() != null && (isCurrentOf(token) || wasOf(token));
    }

    /** The record's current refresh token, if it was derived from this one. */
    private Optional<TokenValue> successorIn(TokenRecord token) {
        return Stream.of(
                        TokenValues.refreshAfter(value, token.id(), derivationKey),
                        TokenValues.untaggedRefreshAfter(value, token.id(), derivationKey))
                .filter(next -> new PresentedRefreshToken(next, derivationKey).isCurrentOf(token))
                .findFirst();
    }

    /**
     * The refresh token that was the answer to this one, and is again: an idempotent service takes what was rotated so
     * shortly before (or, by a clock that is ahead, so shortly after) for the repetition of a request whose answer got
     * lost.
     */
    Optional<TokenValue> answerToRetry(TokenRecord token, Service service, Instant now) {
        Instant rotatedAt = token.lastRefreshedAt();
        boolean inTime = service.settings().refresh().idempotent()
                && rotatedAt != null
                && Duration.between(rotatedAt, now).abs().compareTo(IDEMPOTENCY_WINDOW) < 0;
        return inTime ? successorIn(token) : Optional.empty();
    }

    /** Whether the token endpoint would answer it, if the record stands. */
    public boolean isGood(TokenRecord token, Service service, Instant now) {
        return token.isRefreshable(now)
                && (isCurrentOf(token) || answerToRetry(token, service, now).isPresent());
    }

    private boolean wasOf(TokenRecord token) {
        return namedRecord().filter(token.id()::equals).isPresent()
                || value.hash().equals(token.requireRefresh().origin())
                || successorIn(token).isPresent();
    }
}
