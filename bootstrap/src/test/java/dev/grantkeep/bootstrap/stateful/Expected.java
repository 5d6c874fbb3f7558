package dev.grantkeep.bootstrap.stateful;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the model expects of an answer, and what it learns from it once it has proved right. */
final class Expected {
    private final Set<Integer> statuses;
    private final List<Check> checks = new ArrayList<>();
    private final List<Consumer<Reply>> lessons = new ArrayList<>();

    /** Says what is wrong; null if nothing is. */
    private interface Check {
        @Nullable
        String fault(Reply reply);
    }

    private Expected(Set<Integer> statuses) {
        this.statuses = statuses;
    }

    static Expected status(int status) {
        return new Expected(Set.of(status));
    }

    static Expected statusAmong(Integer... statuses) {
        return new Expected(Set.of(statuses));
    }

    static Expected actionAmong(String... actions) {
        return status(200)
                .check(reply -> List.of(actions).contains(reply.value("action")) ? null : "action is not among those");
    }

    static Expected action(String action) {
        return status(200).is("action", action);
    }

    /** A refusal that the client is told about. */
    static Expected refused(String action, String error) {
        return action(action).is("content.error", error);
    }

    static Expected redirected(String error) {
        return action("LOCATION").is("location.error", error);
    }

    static Expected locked() {
        return status(403).is("resultCode", "A001215");
    }

    /** The value, as text; null stands for an absent one. */
    Expected is(String path, @Nullable Object value) {
        String expected = value == null ? null : value.toString();
        checks.add(reply -> {
            JsonElement found = reply.at(path).orElse(null);
            String text = found == null ? null : found.isJsonPrimitive() ? found.getAsString() : found.toString();
            return java.util.Objects.equals(expected, text) ? null : path + " is " + text + ", not " + expected;
        });
        return this;
    }

    /** A flag, which may be left out if it is off. */
    Expected flag(String path, boolean value) {
        return check(reply -> reply.at(path).map(JsonElement::getAsBoolean).orElse(false) == value
                ? null
                : path + " is not " + value);
    }

    /** A number, which may be left out if it is 0. */
    Expected number(String path, long value) {
        return check(reply -> {
            long found = reply.at(path).map(JsonElement::getAsLong).orElse(0L);
            return found == value ? null : path + " is " + found + ", not " + value;
        });
    }

    /** Names in any order; none may be left out. */
    Expected names(String path, Collection<String> names) {
        List<String> expected = List.copyOf(new TreeSet<>(names));
        return check(reply -> {
            List<String> found = reply.texts(path).stream().sorted().toList();
            return found.equals(expected) ? null : path + " is " + found + ", not " + expected;
        });
    }

    /** Values in this order. */
    Expected list(String path, List<String> values) {
        return check(reply -> {
            List<String> found = reply.texts(path);
            return found.equals(values) ? null : path + " is " + found + ", not " + values;
        });
    }

    Expected check(java.util.function.Function<Reply, @Nullable String> fault) {
        checks.add(fault::apply);
        return this;
    }

    Expected learn(Consumer<Reply> lesson) {
        lessons.add(lesson);
        return this;
    }

    /**
     * Compares.
     *
     * @throws Difference if the answer is another
     */
    void compare(Reply reply) {
        List<String> faults = new ArrayList<>();
        if (!statuses.contains(reply.status)) {
            faults.add("the status is " + reply.status + ", not " + statuses);
        } else {
            checks.forEach(check -> {
                String fault = check.fault(reply);
                if (fault != null) {
                    faults.add(fault);
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new Difference(String.join("\n     and ", faults), reply);
        }
        lessons.forEach(lesson -> lesson.accept(reply));
    }
}
