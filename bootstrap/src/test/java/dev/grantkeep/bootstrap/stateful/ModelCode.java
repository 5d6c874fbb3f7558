package dev.grantkeep.bootstrap.stateful;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An authorization code, and the token that it became. */
final class ModelCode {
    final ModelTicket ticket;
    final String subject;
    final long expiresAt;
    String value = "";
    Set<String> scopes;
    boolean ended;
    /** Whether the sweeper took it. */
    boolean forgotten;

    @Nullable
    ModelToken became;

    ModelCode(ModelTicket ticket, String subject, Set<String> scopes, long expiresAt) {
        this.ticket = ticket;
        this.subject = subject;
        this.scopes = scopes;
        this.expiresAt = expiresAt;
    }

    ModelClient client() {
        return ticket.asked.client();
    }
}
