package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Shows a ticket without using it up; empty if it is unknown, expired or used. */
public interface GetTicket {
    Optional<Ticket> handle(Command command);

    /** @param ticket as it was presented; anything at all */
    record Command(Service service, String ticket) {
        @Override
        public String toString() {
            return "GetTicket[" + service.id() + "]";
        }
    }
}
