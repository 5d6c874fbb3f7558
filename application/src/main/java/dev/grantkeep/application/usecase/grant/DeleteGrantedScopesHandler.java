package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.in.grant.DeleteGrantedScopes;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantKey;

/** Deletes the memory of consent. */
@Wired
public final class DeleteGrantedScopesHandler implements DeleteGrantedScopes {
    private final ClientFinder finder;
    private final GrantHeads heads;

    public DeleteGrantedScopesHandler(ClientFinder finder, GrantHeads heads) {
        this.finder = finder;
        this.heads = heads;
    }

    @Override
    public Result handle(Command command) {
        return finder.<Result>with(
                command.service(), command.client(), client -> forget(command, client), Refused::new);
    }

    private Deleted forget(Command command, Client client) {
        heads.forgetGrantedScopes(new GrantKey(command.service().id(), client.id(), command.subject()));
        return new Deleted(client);
    }
}
