package dev.grantkeep.adapter.cli.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found in the files of one import, before anything is written. */
final class Findings {
    final List<FoundTenant> services = new ArrayList<>();
    final Set<String> scopes = new LinkedHashSet<>();
    final List<FoundClient> clients = new ArrayList<>();
    final List<FoundConsent> consents = new ArrayList<>();
    final List<FoundToken> tokens = new ArrayList<>();

    /** What has no counterpart, with those that had it. */
    final Map<String, List<String>> without = new LinkedHashMap<>();

    void without(String what, String whose) {
        without.computeIfAbsent(what, name -> new ArrayList<>()).add(whose);
    }

    boolean isEmpty() {
        return services.isEmpty() && clients.isEmpty() && consents.isEmpty() && tokens.isEmpty();
    }
}
