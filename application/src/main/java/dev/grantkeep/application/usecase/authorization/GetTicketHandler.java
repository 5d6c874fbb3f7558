package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.in.authorization.GetTicket;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Ticket;
import java.util.Optional;

/** Shows tickets. */
@Wired
public final class GetTicketHandler implements GetTicket {
    private final TicketFinder finder;

    public GetTicketHandler(TicketFinder finder) {
        this.finder = finder;
    }

    @Override
    public Optional<Ticket> handle(Command command) {
        return finder.find(command.service(), command.ticket());
    }
}
