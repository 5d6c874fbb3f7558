package dev.grantkeep.bootstrap.stateful;

import java.util.Set;
import java.util.TreeSet;

/** What the service remembers that a user granted a client. */
final class ModelConsent {
    final ModelClient client;
    final String subject;
    Set<String> latest = new TreeSet<>();
    Set<String> merged = new TreeSet<>();
    long modifiedAt;

    ModelConsent(ModelClient client, String subject) {
        this.client = client;
        this.subject = subject;
    }
}
