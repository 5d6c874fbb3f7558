package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.in.authorization.FailAuthorization;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Ticket;

/** Ends an authorization request without a yes. */
@Wired
public final class FailAuthorizationHandler implements FailAuthorization {
    private final TicketFinder finder;
    private final StepStore steps;
    private final ClientStore clients;

    public FailAuthorizationHandler(TicketFinder finder, StepStore steps, ClientStore clients) {
        this.finder = finder;
        this.steps = steps;
        this.clients = clients;
    }

    @Override
    public Result handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .map(ticket -> failToClient(command, ticket))
                .orElseGet(NoTicket::new);
    }

    private Result failToClient(Command command, Ticket ticket) {
        return clients.find(command.service().id(), ticket.request().client().id())
                .map(client -> client.locked() ? new ClientLocked(client.id()) : fail(ticket))
                .orElseGet(ClientGone::new);
    }

    private Result fail(Ticket ticket) {
        return steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                ? new Failed(ticket.request().target())
                : new NoTicket();
    }
}
