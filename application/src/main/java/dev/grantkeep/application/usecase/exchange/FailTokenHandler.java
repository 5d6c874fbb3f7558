package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.FailToken;
import dev.grantkeep.application.usecase.Wired;

/** Ends a request with a password without a token. */
@Wired
public final class FailTokenHandler implements FailToken {
    private final PasswordTickets tickets;

    public FailTokenHandler(PasswordTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public boolean handle(Command command) {
        return tickets.find(command.service(), command.ticket())
                .filter(tickets::take)
                .isPresent();
    }
}
