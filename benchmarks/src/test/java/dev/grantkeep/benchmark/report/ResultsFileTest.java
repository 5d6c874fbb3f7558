package dev.grantkeep.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Plot.Line;
import dev.grantkeep.benchmark.report.Plot.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {
    private static final Section SECTION = new Section(
            "Work",
            List.of(
                    new Finding("some work", "2.00 (1.00–3.00)", "at most 1", Verdict.NO, "2 ms", "1 ms"),
                    new Finding("other work", "1.00 (1.00–1.00)", "at most 1", Verdict.YES, "1 ms", "1 ms"),
                    new Finding("noisy work", "1.00 (0.90–1.10)", "", Verdict.OPEN, "1 ms", "1 ms")
                            .withNoise(new Spread(1, 0.9, 1.1), 0)),
            "",
            Map.of("work", new Plot("Plot", "x", "y", List.of(new Line("line", List.of(new Point(1, 1)))))));

    @TempDir
    Path directory;

    @Test
    void aRowSaysWhatIsReached() throws IOException {
        assertThat(written(null))
                .startsWith("# Benchmark results, day\n")
                .contains("all processes of Database.")
                .contains("| some work | **2.00 (1.00–3.00)** | at most 1 | **no** |")
                .contains("| other work | **1.00 (1.00–1.00)** | at most 1 | yes |")
                .contains("| noisy work | **1.00 (0.90–1.10)**, within the noise of 1.00 |  |  |");
    }

    @Test
    void underACaveatEveryPartSaysSoAndNothingCountsAsReached() throws IOException {
        assertThat(written(new Caveat("a stand-in", "It is none.")))
                .startsWith("# Benchmark results, day: a stand-in\n\nIt is none.\n")
                .contains("| **a stand-in**: some work | **2.00 (1.00–3.00)** |  |  |")
                .contains("| **a stand-in**: other work | **1.00 (1.00–1.00)** |  |  |")
                .contains("| **a stand-in**: noisy work | **1.00 (0.90–1.10)**, within the noise of 1.00 |  |  |");
        assertThat(Files.readString(directory.resolve("day-work.svg"))).contains("Plot – a stand-in");
    }

    private String written(@Nullable Caveat caveat) throws IOException {
        return Files.readString(new ResultsFile(directory, "day").write("Database", caveat, "", List.of(SECTION)));
    }
}
