package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.GetClient;
import dev.grantkeep.application.usecase.Wired;

/** Finds clients. */
@Wired
public final class GetClientHandler implements GetClient {
    private final ClientFinder finder;

    public GetClientHandler(ClientFinder finder) {
        this.finder = finder;
    }

    @Override
    public Result handle(Command command) {
        return finder.<Result>with(command.service(), command.client(), Found::new, Refused::new);
    }
}
