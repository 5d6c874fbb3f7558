package dev.grantkeep.benchmark;

import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.measure.Run;
import dev.grantkeep.benchmark.postgres.GivenPostgres;
import dev.grantkeep.benchmark.postgres.OwnPostgres;
import dev.grantkeep.benchmark.postgres.Postgres;
import dev.grantkeep.benchmark.process.Cleanup;
import dev.grantkeep.benchmark.process.TemporaryDirectory;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Progress;
import dev.grantkeep.benchmark.report.ResultsFile;
import dev.grantkeep.benchmark.report.Section;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What {@code ./benchmarks/run} runs once everything is built. The working directory is that of the sources. */
public final class Main {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Options.HELP);
            } else {
                System.exit(run(options, String.join(" ", arguments)) ? 0 : 1);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Whether everything could be measured. */
    private static boolean run(Options options, String arguments) {
        Wrk.requireInstalled();
        Progress progress = new Progress();
        try (Cleanup cleanup = Cleanup.hooked()) {
            Path directory = cleanup.add(new TemporaryDirectory()).path();
            progress.say("starting PostgreSQL");
            Postgres postgres = postgres(options, directory, cleanup);
            String about = Surroundings.describe(ROOT, postgres, options, arguments);
            Run run = new Run(options.settings(), postgres, ROOT, directory, cleanup, progress);
            List<Section> sections = run.measure(options.only());
            String name = LocalDate.now(ZoneOffset.UTC) + (options.quick() ? "-quick" : "");
            Path file = new ResultsFile(ROOT.resolve("benchmarks/results"), name).write(about, sections);
            progress.say("wrote %s", ROOT.relativize(file));
            return sections.stream()
                    .flatMap(section -> section.findings().stream())
                    .noneMatch(Finding::isFailure);
        }
    }

    private static Postgres postgres(Options options, Path directory, Cleanup cleanup) {
        return options.database().equals("postgresql")
                ? cleanup.add(OwnPostgres.start(directory)).postgres()
                : GivenPostgres.at(options.database());
    }
}
