package dev.grantkeep.benchmark.load;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP response whose body is JSON.
 *
 * @param bytes how long it was, with its headers
 */
public record Reply(int status, String body, int bytes) {
    private static final Set<String> GOOD = Set.of("OK", "CREATED", "INTERACTION");

    /** The first member of this name that is a number. */
    public long number(String name) {
        return Long.parseLong(first("\"" + name + "\"\\s*:\\s*(\\d+)"));
    }

    /** The first member of this name that is a text. */
    public String text(String name) {
        return first("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
    }

    public Reply requireOk() {
        if (status / 100 != 2) {
            throw new IllegalStateException("answered " + status + ": " + body);
        }
        return this;
    }

    /** As {@link #requireOk}, and the action is none of a refusal where there is one. */
    public Reply requireGood() {
        if (body.contains("\"action\"") && !GOOD.contains(text("action"))) {
            throw new IllegalStateException("answered: " + body);
        }
        return requireOk();
    }

    private String first(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + body);
        }
        return matcher.group(1);
    }
}
