package dev.grantkeep.benchmark;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.measure.Run;
import dev.grantkeep.benchmark.measure.Settings;
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
    private static final long STAND_IN_TOKENS = 100_000;
    private static final int STAND_IN_CALLS = 20;

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
            Database database = options.database();
            progress.say("starting or reaching the database");
            DatabaseServer databases = database.open(directory, cleanup);
            progress.say("  it is %s", databases.name());
            Settings settings = settings(options, databases);
            String about = Surroundings.describe(ROOT, databases, settings, arguments);
            Run run = new Run(settings, databases, ROOT, directory, cleanup, progress);
            List<Section> sections = run.measure(options.only());
            cleanup.requireOpen(); // what failed because the run was told to end is no result
            String name = LocalDate.now(ZoneOffset.UTC) + database.suffix() + (options.quick() ? "-quick" : "");
            Path file = new ResultsFile(ROOT.resolve("benchmarks/results"), name)
                    .write(databases.name(), databases.caveat(), about, sections);
            progress.say("wrote %s", ROOT.relativize(file));
            return sections.stream()
                    .flatMap(section -> section.findings().stream())
                    .noneMatch(Finding::isFailure);
        }
    }

    /** A stand-in for a database holds everything in memory and is slow. */
    private static Settings settings(Options options, DatabaseServer databases) {
        return databases.caveat() == null
                ? options.settings()
                : options.settings().atMost(STAND_IN_TOKENS, STAND_IN_CALLS);
    }
}
