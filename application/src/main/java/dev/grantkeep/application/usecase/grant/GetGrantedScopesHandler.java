package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.in.grant.GetGrantedScopes;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;

/** Reads the memory of consent. */
@Wired
public final class GetGrantedScopesHandler implements GetGrantedScopes {
    private final ClientFinder finder;
    private final GrantStore grants;

    public GetGrantedScopesHandler(ClientFinder finder, GrantStore grants) {
        this.finder = finder;
        this.grants = grants;
    }

    @Override
    public Result handle(Command command) {
        return finder.<Result>with(command.service(), command.client(), client -> read(command, client), Refused::new);
    }

    private Found read(Command command, Client client) {
        GrantKey key = new GrantKey(command.service().id(), client.id(), command.subject());
        return new Found(client, grants.find(key).map(GrantHead::granted).orElse(null));
    }
}
