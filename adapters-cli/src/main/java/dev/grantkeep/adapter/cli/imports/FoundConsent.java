package dev.grantkeep.adapter.cli.imports;

import java.util.List;

/**
 * What a user has allowed a client.
 *
 * @param client as it names itself
 */
record FoundConsent(String client, String subject, List<String> scopes) {
    /** For people. */
    String name() {
        return client + " of " + subject;
    }
}
