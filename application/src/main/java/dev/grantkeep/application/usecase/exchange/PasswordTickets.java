package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.PasswordTicket;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** Finds tickets of requests with a password that can still be used, and uses them up. */
@Wired
public final class PasswordTickets {
    private final StepStore steps;
    private final Clock clock;

    public PasswordTickets(StepStore steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    Optional<PasswordTicket> find(Service service, String presented) {
        return Optional.of(presented)
                .filter(TokenValue::isValid)
                .flatMap(value -> steps.find(StepKinds.PASSWORD_TICKET.key(service.id(), new TokenValue(value).hash())))
                .map(StepInContext::step)
                .filter(ticket -> !ticket.isExpired(clock.now()));
    }

    /** Whether this call did it; of several, one does. */
    boolean take(PasswordTicket ticket) {
        return steps.take(StepKinds.PASSWORD_TICKET.key(ticket.service(), ticket.hash()));
    }
}
