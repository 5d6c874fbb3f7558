package dev.grantkeep.domain.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a device asks again and again (RFC 8628 section 3.5).
 *
 * @param interval the least time between two polls
 * @param last the last poll that was not too fast, to the millisecond; null if there was none
 */
public record Polling(Duration interval, @Nullable Instant last) {
    private static final Duration LONGER = Duration.ofSeconds(5);
    private static final Duration MOST_TOLERATED = Duration.ofSeconds(1);
    private static final int TOLERATED_PART = 5;

    /** Whether a poll comes too early by more than clocks and networks make of a client that keeps to the interval. */
    public boolean isTooFast(Instant now) {
        return last != null && now.isBefore(last.plus(interval).minus(tolerance()));
    }

    /** After a poll that was in time. */
    public Polling accepted(Instant now) {
        return new Polling(interval, now);
    }

    /** After one that was too fast: the interval grows for good, and nothing else changes. */
    public Polling slowedDown() {
        return new Polling(interval.plus(LONGER), last);
    }

    private Duration tolerance() {
        Duration part = interval.dividedBy(TOLERATED_PART);
        return part.compareTo(MOST_TOLERATED) < 0 ? part : MOST_TOLERATED;
    }
}
