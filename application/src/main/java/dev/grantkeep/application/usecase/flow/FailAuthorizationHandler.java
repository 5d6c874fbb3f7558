package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.FailAuthorization;
import dev.grantkeep.application.port.in.flow.ResponseTarget;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.flow.Ticket;

/** Ends an authorization request without a yes. */
public final class FailAuthorizationHandler implements FailAuthorization {
    private final TicketFinder finder;
    private final TicketStore tickets;

    public FailAuthorizationHandler(TicketFinder finder, TicketStore tickets) {
        this.finder = finder;
        this.tickets = tickets;
    }

    @Override
    public Result handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .filter(this::take)
                .<Result>map(ticket -> new Failed(ResponseTarget.of(ticket.request())))
                .orElseGet(NoTicket::new);
    }

    private boolean take(Ticket ticket) {
        return tickets.take(ticket.service(), ticket.hash());
    }
}
