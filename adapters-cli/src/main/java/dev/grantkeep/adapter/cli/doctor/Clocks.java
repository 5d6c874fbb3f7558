package dev.grantkeep.adapter.cli.doctor;

import java.time.Duration;
import java.time.Instant;

/** Clocks that differ make tokens end early or late, and codes fail. */
final class Clocks {
    /** What goes unnoticed; a Date header alone has whole seconds. */
    private static final Duration MOST = Duration.ofSeconds(5);

    private Clocks() {}

    static Finding compared(String whose, Instant theirs, Instant ours) {
        Duration ahead = Duration.between(ours, theirs);
        if (ahead.abs().compareTo(MOST) <= 0) {
            return Finding.ok("clock", "that of " + whose + " agrees with this machine's");
        }
        String direction = ahead.isNegative() ? "behind" : "ahead of";
        return Finding.mend(
                "clock",
                "that of " + whose + " is " + ahead.abs().toSeconds() + " s " + direction + " this machine's",
                "Set both by NTP: tokens end early or late by the difference.");
    }
}
