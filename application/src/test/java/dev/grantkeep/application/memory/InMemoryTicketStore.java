package dev.grantkeep.application.memory;

import dev.grantkeep.application.memory.InMemoryDatabase.StepKey;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.util.Optional;

/** The tickets in memory. */
public final class InMemoryTicketStore implements TicketStore {
    private final InMemoryDatabase database;

    public InMemoryTicketStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(Ticket ticket) {
        return database.locked(() ->
                database.tickets.putIfAbsent(new StepKey(ticket.service(), ticket.hash()), ticket) == null
                        ? Saved.SAVED
                        : Saved.TAKEN);
    }

    @Override
    public Optional<Ticket> find(ServiceId service, TokenHash hash) {
        return database.locked(() -> Optional.ofNullable(database.tickets.get(new StepKey(service, hash))));
    }

    @Override
    public boolean take(ServiceId service, TokenHash hash) {
        return database.locked(() -> database.tickets.remove(new StepKey(service, hash)) != null);
    }
}
