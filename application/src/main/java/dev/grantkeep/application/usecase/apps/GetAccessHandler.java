package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.GetAccess;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.Access;

/** Sums access up. */
@Wired
public final class GetAccessHandler implements GetAccess {
    private final AppFinder finder;

    public GetAccessHandler(AppFinder finder) {
        this.finder = finder;
    }

    @Override
    public Access handle(Command command) {
        return finder.access(command.service(), command.subject(), null);
    }
}
