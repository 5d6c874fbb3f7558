package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.in.grant.UpdateGrantScopes;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantKey;

/** Rewrites the scopes of a pair. */
@Wired
public final class UpdateGrantScopesHandler implements UpdateGrantScopes {
    private final ClientFinder finder;
    private final GrantHeads heads;
    private final GrantStore grants;

    public UpdateGrantScopesHandler(ClientFinder finder, GrantHeads heads, GrantStore grants) {
        this.finder = finder;
        this.heads = heads;
        this.grants = grants;
    }

    @Override
    public Result handle(Command command) {
        return finder.<Result>with(
                command.service(),
                command.client(),
                client -> new Updated(client, update(command, client)),
                Refused::new);
    }

    private int update(Command command, Client client) {
        GrantKey key = new GrantKey(command.service().id(), client.id(), command.subject());
        return command.scopes() == null
                ? grants.countTokens(key)
                : heads.rewriteScopes(key, client.attachable(command.scopes(), command.service()));
    }
}
