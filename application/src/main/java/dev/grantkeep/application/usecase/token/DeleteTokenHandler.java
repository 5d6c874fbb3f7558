package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.token.TokenInContext;

/** Deletes one record. */
@Wired
public final class DeleteTokenHandler implements DeleteToken {
    private final TokenFinder finder;
    private final TokenStore tokens;

    public DeleteTokenHandler(TokenFinder finder, TokenStore tokens) {
        this.finder = finder;
        this.tokens = tokens;
    }

    @Override
    public Result handle(Command command) {
        return finder.byEither(command.service(), command.identifier())
                .map(seen -> remove(command, seen))
                .orElseGet(() -> absent(command));
    }

    private Result remove(Command command, TokenInContext seen) {
        return tokens.remove(command.service().id(), seen.token().id()) ? Result.DELETED : Result.NOT_FOUND;
    }

    private Result absent(Command command) {
        return finder.existsElsewhere(command.service(), command.identifier())
                ? Result.OF_ANOTHER_SERVICE
                : Result.NOT_FOUND;
    }
}
