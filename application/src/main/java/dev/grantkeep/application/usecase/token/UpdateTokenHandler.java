package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.UpdateToken;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Following;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenChange;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import java.util.Optional;

/** Changes one token. */
@Wired
public final class UpdateTokenHandler implements UpdateToken {
    private final TokenFinder finder;
    private final TokenStore tokens;
    private final ClientStore clients;
    private final Clock clock;
    private final ValueGenerator generator;

    public UpdateTokenHandler(
            TokenFinder finder, TokenStore tokens, ClientStore clients, Clock clock, ValueGenerator generator) {
        this.finder = finder;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public Result handle(Command command) {
        Service service = command.service();
        Following following =
                new Following(() -> find(service, command.name()), locator -> finder.find(service, locator));
        return Attempts.until(() ->
                following.look().map(seen -> update(command, seen)).orElseGet(() -> Optional.of(absent(command))));
    }

    private Optional<TokenInContext> find(Service service, Name name) {
        return switch (name) {
            case Located(TokenLocator locator) -> finder.find(service, locator);
            case OfRefreshToken(TokenValue value) -> finder.byRefresh(service, value);
        };
    }

    private Optional<Result> update(Command command, TokenInContext seen) {
        return clients.find(command.service().id(), seen.token().client())
                .flatMap(client -> save(command, change(command, seen), seen, client));
    }

    private TokenChange change(Command command, TokenInContext seen) {
        return command.newValue()
                ? command.change()
                        .withNewAccess(TokenValues.access(
                                seen.token().id(),
                                generator.tokenSecret(),
                                command.service().derivationKey()))
                : command.change();
    }

    private Optional<Result> save(Command command, TokenChange change, TokenInContext seen, Client client) {
        Change<TokenRecord> changed = change.applyTo(seen, client, command.service(), clock.now());
        return tokens.replace(changed) == Saved.SAVED
                ? Optional.of(new Updated(
                        new TokenInContext(changed.state(), seen.head(), seen.client()), change.newAccess()))
                : Optional.empty();
    }

    private Result absent(Command command) {
        TokenLocator locator = switch (command.name()) {
            case Located(TokenLocator given) -> given;
            case OfRefreshToken(TokenValue value) -> new TokenLocator.ByRefresh(value.hash());
        };
        return tokens.existsElsewhere(command.service().id(), locator) ? new OfAnotherService() : new NotFound();
    }
}
