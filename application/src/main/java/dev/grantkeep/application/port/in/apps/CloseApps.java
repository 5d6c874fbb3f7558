package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.apps.AppsSession;

/** Ends a session. */
public interface CloseApps {
    void handle(Command command);

    record Command(AppsSession session) {}
}
