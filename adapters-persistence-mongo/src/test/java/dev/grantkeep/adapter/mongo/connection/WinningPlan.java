package dev.grantkeep.adapter.mongo.connection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The stages of the plan that a server has chosen, out of what it explains. */
final class WinningPlan {
    private static final Set<String> BY_INDEX = Set.of("IXSCAN", "IDHACK", "COUNT_SCAN", "DISTINCT_SCAN");
    private static final String STAGE = "stage";

    private WinningPlan() {}

    /**
     * Whether it goes by an index and reads no collection from end to end. What is in other words than those known does
     * not; nor does what has no plan.
     */
    static boolean isByIndex(Document explained) {
        Set<String> stages = stages(explained);
        return !stages.contains("COLLSCAN")
                && stages.stream().anyMatch(stage -> BY_INDEX.contains(stage) || stage.startsWith("EXPRESS"));
    }

    /** Of all winning plans, which a router has one of for each shard; those that were rejected do not count. */
    static Set<String> stages(Document explained) {
        Set<String> stages = new LinkedHashSet<>();
        findPlans(explained, stages);
        return stages;
    }

    private static void findPlans(Object part, Set<String> stages) {
        each(part, (name, value) -> {
            if (name.equals("winningPlan")) {
                collect(value, stages);
            } else if (!name.equals("rejectedPlans")) {
                findPlans(value, stages);
            }
        });
    }

    private static void collect(Object part, Set<String> stages) {
        each(part, (name, value) -> {
            if (name.equals(STAGE) && value instanceof String stage) {
                stages.add(stage);
            }
            if (name.equals("shards")) {
                findPlans(value, stages);
            } else if (!name.equals("rejectedPlans")) {
                collect(value, stages);
            }
        });
    }

    private static void each(Object part, Visitor visitor) {
        if (part instanceof Map<?, ?> members) {
            members.forEach((name, value) -> visitor.visit(String.valueOf(name), value));
        } else if (part instanceof Collection<?> elements) {
            elements.forEach(element -> visitor.visit("", element));
        }
    }

    private interface Visitor {
        void visit(String name, Object value);
    }
}
