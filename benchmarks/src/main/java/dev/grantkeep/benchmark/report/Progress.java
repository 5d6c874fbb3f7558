package dev.grantkeep.benchmark.report;

import java.util.Locale;

/** Tells on the console what is being done. */
public final class Progress {
    private final long start = System.nanoTime();

    @SuppressWarnings({"AnnotateFormatMethod", "SystemOut"})
    public void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, "%4d s  %s%n", seconds(), String.format(Locale.ROOT, format, values));
    }

    /** Since the start. */
    public long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
