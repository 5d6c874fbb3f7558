package dev.grantkeep.benchmark;

import dev.grantkeep.benchmark.measure.Run;
import dev.grantkeep.benchmark.measure.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param database which is measured
 * @param only the names of what is measured; empty is everything
 */
record Options(boolean help, boolean quick, Database database, Set<String> only, Settings settings) {
    static final String HELP = """
            Usage: ./benchmarks/run [option...]

              --quick               small tables, short rounds: shows that everything works, in about three minutes
              --database DATABASE   postgresql, started by the run (the default), or the JDBC URL of another, such as
                                    "jdbc:postgresql://host:5432/postgres?user=me&password=secret"; databases called
                                    grantkeep_benchmark_... are made and removed there; or mongo: the MongoDB at the
                                    connection string MONGODB_URI in the environment, likewise, or, if that is not
                                    set, an in-memory stand-in that is not MongoDB and only shows how work grows
                                    (%s), with at most 100000 tokens
              --connections N       connections of the load; refreshes take twice as many (16)
              --rounds N            how often each figure is taken, in turns (3; quick: 1)
              --seconds N           of each round (10; quick: 1)
              --warm-up N           seconds of load before the first round of each server (20; quick: none)
              --tokens N[,N...]     sizes of the token table; all but the curve is measured at 1000000 or, if that is
                                    not among them, at the greatest (10000,100000,1000000,10000000; quick: 1000,50000)
              --only NAME[,NAME...] some measurements only: %s
              --callers N[,N...]    how many callers there are in turn for the row of that name (1,2,4,8,16,32,64,256;
                                    quick: 1,4,64)
              --java OPTION         one more option of Grantkeep's JVM, to try what it does; may stand several times
              --profile EVENT       profiles the servers with async-profiler meanwhile: cpu or alloc; see
                                    benchmarks/target/profiles
              --help                prints this

            Writes benchmarks/results/DATE.md (DATE-mongo.md) and its plots.
            """.formatted(String.join(", ", Run.namesOfGrowth()), String.join(", ", Run.names()));

    static Options parse(String... arguments) {
        Reader reader = new Reader();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            reader.take(left.pop(), left);
        }
        return reader.options();
    }

    /** What has been read so far. */
    private static final class Reader {
        private boolean help;
        private boolean quick;
        private String database = Database.POSTGRESQL;
        private final Set<String> only = new LinkedHashSet<>();
        private int connections = 16;
        private int rounds;
        private int seconds;
        private int warmUp;
        private List<Long> tokens = List.of();
        private List<Integer> callers = List.of();
        private final List<String> java = new ArrayList<>();
        private String profiled = "";

        void take(String option, Deque<String> left) {
            switch (option) {
                case "--help", "-h", "help" -> help = true;
                case "--quick" -> quick = true;
                case "--database" -> database = value(option, left);
                case "--connections" -> connections = number(option, left);
                case "--rounds" -> rounds = number(option, left);
                case "--seconds" -> seconds = number(option, left);
                case "--warm-up" -> warmUp = number(option, left);
                case "--tokens" ->
                    tokens = Arrays.stream(value(option, left).split(",", -1))
                            .map(Long::valueOf)
                            .toList();
                case "--only" -> only.addAll(names(value(option, left)));
                case "--callers" ->
                    callers = Arrays.stream(value(option, left).split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
                case "--java" -> java.add(value(option, left));
                case "--profile" -> profiled = value(option, left);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }

        Options options() {
            List<Long> sizes = quick ? List.of(1_000L, 50_000L) : List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);
            List<Integer> counts = quick ? List.of(1, 4, 64) : List.of(1, 2, 4, 8, 16, 32, 64, 256);
            Settings settings = new Settings(
                    connections,
                    rounds > 0 ? rounds : quick ? 1 : 3,
                    seconds > 0 ? seconds : quick ? 1 : 10,
                    warmUp > 0 ? warmUp : quick ? 0 : 20,
                    tokens.isEmpty() ? sizes : tokens,
                    quick ? 15 : 200,
                    !quick,
                    callers.isEmpty() ? counts : callers,
                    java,
                    profiled);
            return new Options(help, quick, Database.named(database), only, settings);
        }

        private static List<String> names(String list) {
            List<String> names = List.of(list.split(",", -1));
            if (!Run.names().containsAll(names)) {
                throw new IllegalArgumentException("--only takes some of " + String.join(",", Run.names()));
            }
            return names;
        }

        private static int number(String option, Deque<String> left) {
            return Integer.parseInt(value(option, left));
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return left.pop();
        }
    }
}
