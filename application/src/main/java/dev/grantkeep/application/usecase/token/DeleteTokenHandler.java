package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.token.TokenInContext;

/** Deletes one record. */
@Wired
public final class DeleteTokenHandler implements DeleteToken {
    private final TokenFinder finder;
    private final TokenStore tokens;
    private final Clock clock;

    public DeleteTokenHandler(TokenFinder finder, TokenStore tokens, Clock clock) {
        this.finder = finder;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return finder.byEither(command.service(), command.identifier())
                .map(seen -> remove(command, seen))
                .orElseGet(() -> absent(command));
    }

    private Result remove(Command command, TokenInContext seen) {
        Event event = new Event(Event.Kind.TOKEN_DELETED, clock.now());
        return tokens.remove(command.service().id(), seen.token().id(), event) ? Result.DELETED : Result.NOT_FOUND;
    }

    private Result absent(Command command) {
        return finder.existsElsewhere(command.service(), command.identifier())
                ? Result.OF_ANOTHER_SERVICE
                : Result.NOT_FOUND;
    }
}
