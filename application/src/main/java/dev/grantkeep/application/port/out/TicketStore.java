package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.util.Optional;

/** The tickets of authorization requests, by their hash within a service. */
public interface TicketStore {
    /** {@link Saved#TAKEN} if the hash is in use. */
    Saved add(Ticket ticket);

    /** The ticket, expired ones included until they are reclaimed. */
    Optional<Ticket> find(ServiceId service, TokenHash hash);

    /**
     * Uses the ticket up.
     *
     * @return whether this call did it; of several, one does
     */
    boolean take(ServiceId service, TokenHash hash);
}
