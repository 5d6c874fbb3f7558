package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses a link up and opens a session for its user. */
public interface OpenApps {
    /** The value by which the browser shows its session; empty if the link is unknown, expired or was used. */
    Optional<TokenValue> handle(Command command);

    /**
     * What the browser shows.
     *
     * @param link what the link carries
     * @param former the session that the browser had, which ends; null if it had none
     */
    record Command(Service service, String link, @Nullable String former) {
        @Override
        public String toString() {
            return "Command[" + service.id() + "]";
        }
    }
}
