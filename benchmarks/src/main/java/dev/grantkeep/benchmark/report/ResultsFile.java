package dev.grantkeep.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the results: one table with the ratios first, then what each measurement has to say, then the plots. */
public final class ResultsFile {
    private final Path directory;
    private final String name;

    /**
     * For a file that is not written yet.
     *
     * @param name of the file, without its ending
     */
    public ResultsFile(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /**
     * Writes the file and its plots.
     *
     * @param database what the database is called
     * @param caveat what the reader has to know of all of it; null if there is nothing
     * @param about what was measured where, as Markdown
     */
    public Path write(String database, @Nullable Caveat caveat, String about, List<Section> measured) {
        List<Section> sections =
                measured.stream().map(section -> section.under(caveat)).toList();
        StringBuilder text = new StringBuilder("# Benchmark results, ").append(name);
        text.append(caveat == null ? "\n\n" : ": " + caveat.mark() + "\n\n" + caveat.text() + "\n\n");
        text.append(
                        "A ratio is the median of the rounds, with the least and the greatest in parentheses; each is taken"
                                + " within one round.\nWhat is within the noise of 1.00, or of the target, had rounds on both"
                                + " sides of it: it cannot be told from chance.\nCPU is that of the server plus that of all processes of ")
                .append(database)
                .append(".\n\n");
        text.append("| work | measured | target | reached | Grantkeep | floor, or compared with |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        sections.forEach(section -> section.findings().forEach(finding -> text.append(row(finding))));
        text.append("\n").append(about).append("\n");
        try {
            Files.createDirectories(directory);
            for (Section section : sections) {
                addDetails(text, section);
            }
            return Files.writeString(directory.resolve(name + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addDetails(StringBuilder text, Section section) throws IOException {
        if (section.details().isEmpty() && section.plots().isEmpty()) {
            return;
        }
        text.append("\n## ").append(section.title()).append("\n\n").append(section.details());
        for (Map.Entry<String, Plot> entry : section.plots().entrySet()) {
            String file = name + "-" + entry.getKey() + ".svg";
            Files.writeString(directory.resolve(file), entry.getValue().svg());
            text.append("![")
                    .append(entry.getValue().title())
                    .append("](")
                    .append(file)
                    .append(")\n");
        }
    }

    private static String row(Finding finding) {
        return "| "
                + String.join(
                        " | ",
                        finding.work(),
                        "**" + finding.ratio() + "**" + (finding.noise().isEmpty() ? "" : ", " + finding.noise()),
                        finding.target(),
                        reached(finding.verdict()),
                        finding.grantkeep(),
                        finding.floor())
                + " |\n";
    }

    private static String reached(Finding.Verdict verdict) {
        return switch (verdict) {
            case YES -> "yes";
            case NO -> "**no**";
            case OPEN -> "";
        };
    }
}
