package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a ticket another context, and shows it so; empty if it is unknown, expired or used. */
public interface UpdateTicket {
    Optional<Ticket> handle(Command command);

    /**
     * The change.
     *
     * @param ticket as it was presented; anything at all
     * @param context free text; null for none
     */
    record Command(Service service, String ticket, @Nullable String context) {
        @Override
        public String toString() {
            return "UpdateTicket[" + service.id() + "]";
        }
    }
}
