package dev.grantkeep.benchmark.report;

import java.util.List;
import java.util.Map;

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

    public static Section of(String title, List<Finding> findings, String details) {
        return new Section(title, findings, details, Map.of());
    }
}
