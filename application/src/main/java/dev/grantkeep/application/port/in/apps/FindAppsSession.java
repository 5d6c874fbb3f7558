package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Tells whose session a browser shows. */
public interface FindAppsSession {
    /** Empty if there is none, or it is expired. */
    Optional<AppsSession> handle(Command command);

    record Command(Service service, String session) {
        @Override
        public String toString() {
            return "Command[" + service.id() + "]";
        }
    }
}
