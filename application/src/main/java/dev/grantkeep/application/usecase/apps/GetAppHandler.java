package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.GetApp;
import dev.grantkeep.application.port.in.apps.ListApps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.client.ClientIdentifier;
import java.util.Optional;

/** Shows an application. */
@Wired
public final class GetAppHandler implements GetApp {
    private final ClientFinder clients;
    private final AppFinder finder;

    public GetAppHandler(ClientFinder clients, AppFinder finder) {
        this.clients = clients;
        this.finder = finder;
    }

    @Override
    public Optional<ListApps.Entry> handle(Command command) {
        return clients.find(command.service(), ClientIdentifier.of(command.client()))
                .map(client -> finder.entry(command.service(), command.subject(), App.of(client, command.languages())))
                .filter(entry -> entry.seen() != null);
    }
}
