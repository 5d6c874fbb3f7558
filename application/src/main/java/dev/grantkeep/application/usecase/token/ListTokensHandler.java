package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.ListTokens;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.client.Client;
import org.jspecify.annotations.Nullable;

/** Lists tokens. */
@Wired
public final class ListTokensHandler implements ListTokens {
    private final ClientFinder finder;
    private final TokenQueries tokens;
    private final Clock clock;

    public ListTokensHandler(ClientFinder finder, TokenQueries tokens, Clock clock) {
        this.finder = finder;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return command.client() == null
                ? list(command, null)
                : finder.<Result>with(
                        command.service(), command.client(), client -> list(command, client), Refused::new);
    }

    private Listed list(Command command, @Nullable Client client) {
        Selection selection = new Selection(
                command.service().id(),
                client == null ? null : client.id(),
                command.subject(),
                command.status(),
                clock.now());
        return new Listed(client, tokens.list(selection, command.window()));
    }
}
