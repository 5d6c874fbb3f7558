package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** Finds tickets that can still be used. */
@Wired
public final class TicketFinder {
    private final StepStore steps;
    private final Clock clock;

    public TicketFinder(StepStore steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    Optional<Ticket> find(Service service, String presented) {
        return Optional.of(presented)
                .filter(TokenValue::isValid)
                .flatMap(value -> steps.find(StepKinds.TICKET.key(service.id(), new TokenValue(value).hash())))
                .map(StepInContext::step)
                .filter(ticket -> !ticket.isExpired(clock.now()));
    }
}
