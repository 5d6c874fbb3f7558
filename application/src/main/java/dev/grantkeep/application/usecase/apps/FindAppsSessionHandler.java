package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.FindAppsSession;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.AppsSession;
import java.util.Optional;

/** Finds sessions. */
@Wired
public final class FindAppsSessionHandler implements FindAppsSession {
    private final AppsSessions sessions;

    public FindAppsSessionHandler(AppsSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<AppsSession> handle(Command command) {
        return sessions.find(command.service(), command.session());
    }
}
