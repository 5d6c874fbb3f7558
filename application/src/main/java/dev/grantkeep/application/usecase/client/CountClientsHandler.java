package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.client.CountClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;

/** Counts clients. */
@Wired
public final class CountClientsHandler implements CountClients {
    private static final Window NONE = new Window(0, 0);

    private final ClientStore clients;

    public CountClientsHandler(ClientStore clients) {
        this.clients = clients;
    }

    @Override
    public int handle(Command command) {
        return clients.list(command.service(), null, NONE).total();
    }
}
