package dev.grantkeep.domain.authorization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a client's request, decoded, by name; a name may stand more than once. Values may be secret. */
public record Parameters(Map<String, List<String>> byName) {
    public Parameters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        byName = Map.copyOf(copy);
    }

    /** The parameter's first value. An empty value counts as absent (RFC 6749 section 3.1). */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of the parameter but empty ones. */
    public List<String> values(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The same without some. */
    public Parameters without(Set<String> names) {
        Map<String, List<String>> others = new LinkedHashMap<>(byName);
        others.keySet().removeAll(names);
        return new Parameters(others);
    }

    /** The same with this value alone for a parameter. */
    public Parameters with(String name, String value) {
        Map<String, List<String>> others = new LinkedHashMap<>(byName);
        others.put(name, List.of(value));
        return new Parameters(others);
    }

    /** Whether the parameter stands more than once, if only without a value: nobody knows then which is meant. */
    public boolean isRepeated(String name) {
        return byName.getOrDefault(name, List.of()).size() > 1;
    }

    /** A parameter that stands more than once though only {@code resource} may (RFC 6749 section 3.1, RFC 8707). */
    public Optional<String> repeated() {
        return byName.entrySet().stream()
                .filter(e -> e.getValue().size() > 1 && !e.getKey().equals("resource"))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    @Override
    public String toString() {
        return "Parameters" + byName.keySet();
    }
}
