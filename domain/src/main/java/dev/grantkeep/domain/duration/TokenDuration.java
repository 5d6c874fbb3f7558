package dev.grantkeep.domain.duration;

import java.time.Duration;
import java.time.Instant;

/** How long a token lives, in whole seconds, at least one and at most 100 years (3,153,600,000 s). */
public record TokenDuration(Duration value) implements Comparable<TokenDuration> {
    public static final long MAX_SECONDS = 100L * 365 * 24 * 60 * 60;

    public TokenDuration {
        if (value.toSeconds() < 1 || value.toSeconds() > MAX_SECONDS || value.getNano() != 0) {
            throw new IllegalArgumentException(
                    "a token lives for whole seconds, from 1 to " + MAX_SECONDS + ": " + value);
        }
    }

    public static TokenDuration ofSeconds(long seconds) {
        return new TokenDuration(Duration.ofSeconds(seconds));
    }

    public static boolean isValidSeconds(long seconds) {
        return seconds >= 1 && seconds <= MAX_SECONDS;
    }

    public long seconds() {
        return value.toSeconds();
    }

    public Instant expiryFrom(Instant issuedAt) {
        return issuedAt.plus(value);
    }

    @Override
    public int compareTo(TokenDuration other) {
        return value.compareTo(other.value);
    }
}
