package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.OpenApps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** Opens sessions. */
@Wired
public final class OpenAppsHandler implements OpenApps {
    private final AppsSessions sessions;

    public OpenAppsHandler(AppsSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<TokenValue> handle(Command command) {
        Optional<TokenValue> opened =
                sessions.link(command.service(), command.link()).flatMap(sessions::open);
        if (opened.isPresent() && command.former() != null) {
            sessions.find(command.service(), command.former()).ifPresent(sessions::close);
        }
        return opened;
    }
}
