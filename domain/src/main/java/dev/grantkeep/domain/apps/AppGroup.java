package dev.grantkeep.domain.apps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registrations of what is one application to its users, at least one.
 *
 * @param apps in the order in which they were registered
 */
public record AppGroup(List<App> apps) {
    public AppGroup {
        apps = List.copyOf(apps);
    }

    /** Those of them that are alike are together, by name. */
    public static List<AppGroup> of(List<App> apps) {
        Map<Object, List<App>> groups = new LinkedHashMap<>();
        for (App app : apps) {
            groups.computeIfAbsent(app.likeness(), key -> new ArrayList<>(1)).add(app);
        }
        return groups.values().stream()
                .map(AppGroup::new)
                .sorted(Comparator.comparing(group -> group.first().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    public App first() {
        return apps.get(0);
    }
}
