package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.in.authorization.UpdateTicket;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Ticket;
import java.util.Optional;

/** Changes what the authorization server notes with a ticket. Of a ticket nothing else ever changes. */
@Wired
public final class UpdateTicketHandler implements UpdateTicket {
    private final TicketFinder finder;
    private final StepStore steps;

    public UpdateTicketHandler(TicketFinder finder, StepStore steps) {
        this.finder = finder;
        this.steps = steps;
    }

    @Override
    public Optional<Ticket> handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .map(ticket -> ticket.withContext(command.context()))
                .filter(ticket -> steps.rewrite(StepKinds.TICKET.toStep(ticket)));
    }
}
