package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.ChangeApp;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.apps.Access;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.apps.Languages;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.scope.ScopeSet;
import java.util.List;

/** Takes back what a user gave an application. */
@Wired
public final class ChangeAppHandler implements ChangeApp {
    private static final Languages ANY = new Languages(List.of());

    private final ClientFinder clients;
    private final AppFinder finder;
    private final GrantHeads heads;

    public ChangeAppHandler(ClientFinder clients, AppFinder finder, GrantHeads heads) {
        this.clients = clients;
        this.finder = finder;
        this.heads = heads;
    }

    /** Of a client that is gone nothing is left. */
    @Override
    public Result handle(Command command) {
        return clients.find(command.service(), ClientIdentifier.of(command.client()))
                .map(client -> change(command, client))
                .orElse(Result.DONE);
    }

    /** What another call has done meanwhile is done too: so the access is looked at again where the change was refused. */
    private Result change(Command command, Client client) {
        GrantKey key = new GrantKey(command.service().id(), client.id(), command.subject());
        return switch (command.wish()) {
            case Wish.Narrow narrow -> narrow(command, key, client, narrow.kept());
            case Wish.End end ->
                done(heads.revokeAt(key, command.seen()) || access(key, command).isNone());
            case Wish.Remove remove ->
                done(heads.removeAt(key, command.seen()) || access(key, command).isNone());
        };
    }

    private Result narrow(Command command, GrantKey key, Client client, ScopeSet kept) {
        Access access = access(key, command);
        ScopeSet left = client.attachable(access.narrowedTo(kept, App.of(client, ANY)), command.service());
        if (left.isEmpty()) {
            return Result.NOTHING_LEFT;
        }
        return done(left.equals(access.scopes())
                || heads.rewriteScopesAt(key, command.seen(), left)
                || access(key, command).scopes().equals(left));
    }

    private Access access(GrantKey key, Command command) {
        return finder.access(command.service(), key.subject(), key.client());
    }

    private static Result done(boolean is) {
        return is ? Result.DONE : Result.CHANGED;
    }
}
