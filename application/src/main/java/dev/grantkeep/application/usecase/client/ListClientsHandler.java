package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.port.in.client.ListClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;

/** Lists clients. */
@Wired
public final class ListClientsHandler implements ListClients {
    private final ClientStore clients;

    public ListClientsHandler(ClientStore clients) {
        this.clients = clients;
    }

    @Override
    public Page<Client> handle(Command command) {
        return clients.list(command.service().id(), command.developer(), command.window());
    }
}
