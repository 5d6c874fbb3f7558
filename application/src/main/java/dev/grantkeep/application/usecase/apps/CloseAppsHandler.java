package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.CloseApps;
import dev.grantkeep.application.usecase.Wired;

/** Ends sessions. */
@Wired
public final class CloseAppsHandler implements CloseApps {
    private final AppsSessions sessions;

    public CloseAppsHandler(AppsSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void handle(Command command) {
        sessions.close(command.session());
    }
}
