package dev.grantkeep.benchmark.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one measurement contributes to the results.
 *
 * @param details Markdown, without a heading; may be empty
 * @param plots by the end of the file's name
 */
public record Section(String title, List<Finding> findings, String details, Map<String, Plot> plots) {
    public Section {
        findings = List.copyOf(findings);
        plots = Map.copyOf(plots);
    }

    Section under(@Nullable Caveat caveat) {
        if (caveat == null) {
            return this;
        }
        Map<String, Plot> marked = plots.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> caveat.of(entry.getValue())));
        return new Section(title, findings.stream().map(caveat::of).toList(), details, marked);
    }

    public static Section of(String title, List<Finding> findings, String details) {
        return new Section(title, findings, details, Map.of());
    }
}
