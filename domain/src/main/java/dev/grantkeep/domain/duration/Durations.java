package dev.grantkeep.domain.duration;

import org.jspecify.annotations.Nullable;

/** The durations that one level (service, client or request) sets; an absent one is not set. */
public record Durations(
        @Nullable TokenDuration access,
        @Nullable TokenDuration refresh,
        @Nullable TokenDuration idToken) {
    public static final Durations UNSET = new Durations(null, null, null);

    /** Each in seconds; zero or less means not set, as everywhere in the API. */
    public static Durations ofSeconds(long access, long refresh, long idToken) {
        return new Durations(orUnset(access), orUnset(refresh), orUnset(idToken));
    }

    public @Nullable TokenDuration of(TokenKind kind) {
        return switch (kind) {
            case ACCESS -> access;
            case REFRESH -> refresh;
            case ID_TOKEN -> idToken;
        };
    }

    private static @Nullable TokenDuration orUnset(long seconds) {
        return seconds <= 0 ? null : TokenDuration.ofSeconds(seconds);
    }
}
