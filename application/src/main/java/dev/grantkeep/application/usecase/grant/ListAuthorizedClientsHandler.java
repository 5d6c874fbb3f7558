package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.in.grant.ListAuthorizedClients;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.domain.client.Client;

/** Lists the clients that a subject has authorized. */
public final class ListAuthorizedClientsHandler implements ListAuthorizedClients {
    private final AuthorizedClients authorized;

    public ListAuthorizedClientsHandler(AuthorizedClients authorized) {
        this.authorized = authorized;
    }

    @Override
    public Page<Client> handle(Command command) {
        return authorized.list(command.service().id(), command.subject(), command.developer(), command.window());
    }
}
