package dev.grantkeep.adapter.cli.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants and spans of time as people read them. */
final class Times {
    private Times() {}

    /** Milliseconds since the epoch as an ISO instant; nothing if there are none. */
    static String shown(@Nullable Object millis) {
        return millis instanceof Number number
                ? Instant.ofEpochMilli(number.longValue()).toString()
                : "";
    }

    /** The largest two units, such as {@code 3 days 4 h}. */
    static String span(Duration of) {
        Duration time = of.abs();
        if (time.toDays() > 0) {
            return time.toDays() + " days " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
