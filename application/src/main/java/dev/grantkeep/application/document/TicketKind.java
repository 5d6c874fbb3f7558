package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.authorization.Ticket;

/** Tickets; the payload is the request. */
final class TicketKind implements StepKind<Ticket> {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(Ticket ticket) {
        return new Step(
                key(ticket.service(), ticket.hash()),
                null,
                new Step.Owner(ticket.request().client().id(), null, null),
                ticket.expiresAt(),
                null,
                RequestTree.of(ticket.request()));
    }

    @Override
    public Ticket read(Step step) {
        return new Ticket(step.key().hash(), step.key().service(), RequestTree.read(step.payload()), step.expiresAt());
    }
}
