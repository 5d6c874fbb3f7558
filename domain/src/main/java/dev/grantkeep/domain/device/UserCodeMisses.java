package dev.grantkeep.domain.device;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * How many user codes were looked up at a service in one minute that did not exist (RFC 8628 section 5.1). It only ever
 * counts up: that somebody finds a code takes nothing back.
 *
 * @param minute since the epoch
 */
public record UserCodeMisses(ServiceId service, long minute, int count, Version version) {
    private static final long SECONDS = 60;

    /** None yet. */
    public static UserCodeMisses none(ServiceId service, Instant now) {
        return new UserCodeMisses(service, minuteOf(now), 0, Version.FIRST);
    }

    /** What the count of this minute is kept under. */
    public static TokenHash hashAt(Instant now) {
        return hash(minuteOf(now));
    }

    public TokenHash hash() {
        return hash(minute);
    }

    /** Once the minute is over it says nothing any more. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond((minute + 1) * SECONDS).plus(Duration.ofMinutes(1));
    }

    /** With the first one. */
    public UserCodeMisses first() {
        return new UserCodeMisses(service, minute, 1, Version.FIRST);
    }

    public UserCodeMisses oneMore() {
        return new UserCodeMisses(service, minute, count + 1, version.next());
    }

    /** Whether no more can be looked up before the minute is over. */
    public boolean areTooMany(Service of) {
        return count >= of.settings().device().userCodes().missesPerMinute();
    }

    private static long minuteOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    private static TokenHash hash(long minute) {
        return TokenHash.of("user codes of minute " + minute);
    }
}
