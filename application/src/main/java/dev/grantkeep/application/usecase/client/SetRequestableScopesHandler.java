package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.SetRequestableScopes;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.scope.ScopeSet;
import org.jspecify.annotations.Nullable;

/** Restricts clients to scopes. */
@Wired
public final class SetRequestableScopesHandler implements SetRequestableScopes {
    private final ClientChanger changer;
    private final Clock clock;

    public SetRequestableScopesHandler(ClientChanger changer, Clock clock) {
        this.changer = changer;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        @Nullable
        ScopeSet scopes = command.scopes() == null
                ? null
                : command.service().settings().scopes().supported(command.scopes());
        return changer.<Result>change(
                command.service(),
                command.client(),
                client -> client.update(client.settings().requesting(scopes), clock.now()),
                (before, after) -> new Done(after),
                ClientChanger.neverTaken(),
                Refused::new);
    }
}
