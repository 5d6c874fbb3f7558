package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;

/**
 * Takes back all that a user gave to any application until a time: tokens, and the memory of what was granted. What she
 * gave since then stays, so that repeating a call does no harm.
 */
public interface RemoveApps {
    void handle(Command command);

    record Command(Service service, Subject subject, Instant until) {}
}
