package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.in.grant.DeleteGrant;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.grant.GrantKey;

/** Ends a pair's tokens and pending codes. */
@Wired
public final class DeleteGrantHandler implements DeleteGrant {
    private final ClientFinder finder;
    private final GrantHeads heads;

    public DeleteGrantHandler(ClientFinder finder, GrantHeads heads) {
        this.finder = finder;
        this.heads = heads;
    }

    @Override
    public Result handle(Command command) {
        return finder.<Result>with(
                command.service(),
                command.client(),
                client -> new Deleted(
                        client, heads.revoke(new GrantKey(command.service().id(), client.id(), command.subject()))),
                Refused::new);
    }
}
