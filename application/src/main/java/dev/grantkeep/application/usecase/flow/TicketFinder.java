package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** Finds tickets that can still be used. */
public final class TicketFinder {
    private final TicketStore tickets;
    private final Clock clock;

    public TicketFinder(TicketStore tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    Optional<Ticket> find(Service service, String presented) {
        return Optional.of(presented)
                .filter(TokenValue::isValid)
                .flatMap(value -> tickets.find(service.id(), new TokenValue(value).hash()))
                .filter(ticket -> !ticket.isExpired(clock.now()));
    }
}
