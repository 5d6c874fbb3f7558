package dev.grantkeep.benchmark.measure;

import java.util.List;

/**
 * How much is measured.
 *
 * @param connections of the load; refreshes take twice as many
 * @param rounds how often each figure is taken
 * @param seconds of one round
 * @param warmUp seconds of load before the first round of each server; 0 for none
 * @param tokens the sizes of the token table, ascending
 * @param calls how often a single call is repeated in a round
 * @param thorough whether nothing is left out to save time
 * @param callers how many callers there are in turn, where that is what is measured
 * @param javaOptions of Grantkeep's JVM, beside those that both servers have
 * @param profiled what the servers are profiled for, {@code cpu} or {@code alloc}; empty for nothing
 */
public record Settings(
        int connections,
        int rounds,
        int seconds,
        int warmUp,
        List<Long> tokens,
        int calls,
        boolean thorough,
        List<Integer> callers,
        List<String> javaOptions,
        String profiled) {
    private static final long MAIN = 1_000_000;

    public Settings {
        tokens = tokens.stream().sorted().distinct().toList();
        callers = List.copyOf(callers);
        javaOptions = List.copyOf(javaOptions);
        if (tokens.isEmpty() || connections < 1 || rounds < 1 || seconds < 1) {
            throw new IllegalArgumentException("connections, rounds, seconds and sizes are at least 1");
        }
    }

    /** For a database that holds everything in memory and is slow: smaller tables, fewer single calls. */
    public Settings atMost(long most, int mostCalls) {
        List<Long> sizes = tokens.stream().map(size -> Math.min(size, most)).toList();
        return new Settings(
                connections,
                rounds,
                seconds,
                warmUp,
                sizes,
                Math.min(calls, mostCalls),
                thorough,
                callers,
                javaOptions,
                profiled);
    }

    /** The size that all measurements but the curve are made at: a million, or the greatest if there is none. */
    long mainTokens() {
        return tokens.contains(MAIN) ? MAIN : tokens.get(tokens.size() - 1);
    }

    /** How many tokens each refreshing run begins with; half of all are left to those by the number of callers. */
    int refreshTokens() {
        return Math.clamp(mainTokens() / 100 / (rounds + 1), 32, 2_500);
    }
}
