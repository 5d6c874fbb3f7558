package dev.grantkeep.benchmark.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a load gave. Latencies are in microseconds.
 *
 * @param micros how long it took
 * @param bytes of all responses with their headers
 * @param errors requests without a good answer
 * @param p999 of 99.9 %
 * @param falseActive answers that take a token for good that is not, where somebody looks
 * @param falseInactive answers that do not take a good token for one, likewise
 */
public record LoadResult(
        long requests,
        long micros,
        long bytes,
        long errors,
        long p50,
        long p99,
        long p999,
        long falseActive,
        long falseInactive) {
    private static final Pattern LINE = Pattern.compile(
            "RESULT requests=(\\d+) microseconds=(\\d+) bytes=(\\d+) errors=(\\d+) p50=(\\d+) p99=(\\d+) p999=(\\d+)"
                    + " falseActive=(\\d+) falseInactive=(\\d+)");

    /** Reads the line that {@code report.lua} prints. */
    public static LoadResult parse(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("wrk gave no result:\n" + output);
        }
        return new LoadResult(
                number(line, 1),
                number(line, 2),
                number(line, 3),
                number(line, 4),
                number(line, 5),
                number(line, 6),
                number(line, 7),
                number(line, 8),
                number(line, 9));
    }

    /** Of one response with its headers, on average. */
    public double bytesOfResponse() {
        return (double) bytes / requests;
    }

    public double perSecond() {
        return requests * 1e6 / micros;
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }
}
