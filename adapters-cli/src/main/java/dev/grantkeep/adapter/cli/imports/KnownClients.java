package dev.grantkeep.adapter.cli.imports;

import java.util.HashMap;
import java.util.Map;

/** Which clients consents and tokens may go to: those of this import, and those of earlier ones. */
final class KnownClients {
    private final Target target;
    private final Map<String, Boolean> known = new HashMap<>();

    KnownClients(Target target) {
        this.target = target;
    }

    void put(String name, boolean isThere) {
        known.put(name, isThere);
    }

    boolean contains(String name) {
        return known.computeIfAbsent(name, other -> target.client(other).isPresent());
    }
}
