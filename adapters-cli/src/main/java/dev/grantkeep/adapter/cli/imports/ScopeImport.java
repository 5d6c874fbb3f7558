package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds the scopes that were found to those of the service. */
record ScopeImport(Target target, boolean dryRun, Report report) {
    private static final String SCOPES = "supportedScopes";

    void run(Set<String> found) {
        Members settings = target.settings();
        Set<String> there = settings.objects(SCOPES).stream()
                .map(scope -> scope.text("name"))
                .collect(Collectors.toSet());
        found.forEach(scope -> report.count(Kind.SCOPE, there.contains(scope) ? Outcome.THERE : Outcome.MOVES));
        List<String> missing =
                found.stream().filter(scope -> !there.contains(scope)).toList();
        if (!missing.isEmpty() && !dryRun) {
            target.replaceSettings(settings.with(SCOPES, all(settings, missing)));
        }
    }

    private static List<Object> all(Members settings, List<String> missing) {
        List<Object> all = new ArrayList<>();
        settings.objects(SCOPES).forEach(scope -> all.add(scope.tree()));
        missing.forEach(scope -> all.add(Map.of("name", scope)));
        return all;
    }
}
