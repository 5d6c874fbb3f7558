package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.output.Output;
import dev.grantkeep.adapter.cli.output.Printable;
import dev.grantkeep.adapter.cli.output.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What moves, what is there already, what needs a login, and what is lost, with the reasons. */
final class Report {
    private static final int MOST_NAMES = 10;

    private final boolean dryRun;
    private final Map<Kind, Map<Outcome, Integer>> counts = new EnumMap<>(Kind.class);
    private final Map<String, String> services = new LinkedHashMap<>();
    private final List<String> needSecret = new ArrayList<>();
    private final Map<String, List<String>> reasons = new LinkedHashMap<>();

    Report(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void count(Kind kind, Outcome outcome) {
        counts.computeIfAbsent(kind, one -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    /** The same, with a reason that many things may have. */
    void count(Kind kind, Outcome outcome, String why, String whose) {
        count(kind, outcome);
        because(why, whose);
    }

    void because(String why, String whose) {
        reasons.computeIfAbsent(why, reason -> new ArrayList<>()).add(whose);
    }

    void without(Map<String, List<String>> things) {
        things.forEach((what, whose) -> whose.forEach(one -> because(what + " has no counterpart", one)));
    }

    void needsSecret(String client) {
        needSecret.add(client);
    }

    /** Which service an imported one is now. */
    void service(String before, String now) {
        services.put(before, now);
    }

    boolean isWhole() {
        return counts.values().stream().noneMatch(outcomes -> outcomes.containsKey(Outcome.REFUSED));
    }

    void print(Output output) {
        output.print(this::table, tree());
        if (!output.isJson()) {
            lines().forEach(line -> output.line(Printable.text(line)));
        }
    }

    private Table table() {
        Table table = new Table(Stream.concat(
                        Stream.of(dryRun ? "WOULD BE" : "IS"),
                        Stream.of(Outcome.values()).map(Outcome::title))
                .toArray(String[]::new));
        counts.forEach((kind, outcomes) -> table.row(Stream.concat(
                        Stream.of(kind.title()),
                        Stream.of(Outcome.values()).map(outcome -> outcomes.getOrDefault(outcome, 0)))
                .toArray()));
        return table;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        services.forEach((before, now) -> lines.add("The service " + before + " is now " + now + "."));
        if (!needSecret.isEmpty()) {
            lines.add("These clients need a new secret (client/secret/refresh), as theirs was not exported: "
                    + String.join(", ", needSecret));
        }
        reasons.forEach((why, whose) -> lines.add(why + ": " + some(whose)));
        return lines;
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dryRun", dryRun);
        counts.forEach((kind, outcomes) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Outcome outcome : Outcome.values()) {
                row.put(outcome.member(), outcomes.getOrDefault(outcome, 0));
            }
            tree.put(kind.title(), row);
        });
        tree.put("newServices", services);
        tree.put("needSecret", needSecret);
        tree.put("reasons", reasons);
        return tree;
    }
}
