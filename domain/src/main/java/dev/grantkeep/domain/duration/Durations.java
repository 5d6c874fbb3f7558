package dev.grantkeep.domain.duration;

import dev.grantkeep.domain.value.InvalidMember;
import dev.grantkeep.domain.value.Members;
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

    /**
     * Those of a service, or of a client's extension.
     *
     * @throws InvalidMember if one is too long
     */
    public static Durations of(Members members) {
        return new Durations(
                of(members, "accessTokenDuration"),
                of(members, "refreshTokenDuration"),
                of(members, "idTokenDuration"));
    }

    /**
     * One duration; null if it is absent or 0.
     *
     * @throws InvalidMember if it is too long
     */
    public static @Nullable TokenDuration of(Members members, String name) {
        long seconds = members.whole(name);
        if (seconds > TokenDuration.MAX_SECONDS) {
            throw InvalidMember.mustBe(name, "at most " + TokenDuration.MAX_SECONDS);
        }
        return orUnset(seconds);
    }

    /** One duration that is not a token's: another if it is absent or 0, and the longest that there is if it is too long. */
    public static TokenDuration orElse(Members members, String name, TokenDuration ifUnset) {
        long seconds = members.whole(name);
        return seconds <= 0 ? ifUnset : TokenDuration.ofSeconds(Math.min(seconds, TokenDuration.MAX_SECONDS));
    }

    public @Nullable TokenDuration of(TokenKind kind) {
        return switch (kind) {
            case ACCESS -> access;
            case REFRESH -> refresh;
            case ID_TOKEN -> idToken;
        };
    }

    /** With those of another level where one is not set. */
    public Durations or(Durations other) {
        return new Durations(
                access == null ? other.access : access,
                refresh == null ? other.refresh : refresh,
                idToken == null ? other.idToken : idToken);
    }

    private static @Nullable TokenDuration orUnset(long seconds) {
        return seconds <= 0 ? null : TokenDuration.ofSeconds(seconds);
    }
}
