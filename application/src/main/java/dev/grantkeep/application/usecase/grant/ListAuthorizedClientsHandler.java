package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.grant.ListAuthorizedClients;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;

/** Lists the clients that a subject has authorized. */
@Wired
public final class ListAuthorizedClientsHandler implements ListAuthorizedClients {
    private final AuthorizedClients authorized;
    private final Clock clock;

    public ListAuthorizedClientsHandler(AuthorizedClients authorized, Clock clock) {
        this.authorized = authorized;
        this.clock = clock;
    }

    @Override
    public Page<Client> handle(Command command) {
        return authorized.list(
                command.service().id(), command.subject(), command.developer(), clock.now(), command.window());
    }
}
