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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes one token. */
@Wired
public final class UpdateTokenHandler implements UpdateToken {
    private final TokenFinder finder;
    private final TokenStore tokens;
    private final ClientStore clients;
    private final Clock clock;
    private final ValueGenerator generator;
    private final AccessTokenForms forms;

    public UpdateTokenHandler(
            TokenFinder finder,
            TokenStore tokens,
            ClientStore clients,
            Clock clock,
            ValueGenerator generator,
            AccessTokenForms forms) {
        this.finder = finder;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
        this.generator = generator;
        this.forms = forms;
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
            case OfAccessToken(String presented) -> finder.byCurrentAccess(service, presented);
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
        Instant now = clock.now();
        Change<TokenRecord> changed = change.applyTo(seen, client, command.service(), now);
        TokenInContext after = new TokenInContext(changed.state(), seen.head(), seen.client());
        @Nullable TokenValue value = change.newAccess();
        return form(command.service(), after, value, now)
                .then(
                        jwt -> tokens.replace(changed) == Saved.SAVED
                                ? Optional.of(new Updated(after, value, jwt))
                                : Optional.empty(),
                        why -> Optional.of(new Impossible(why)));
    }

    /** A value that stays is with its client already, and so is the JWT that says it. */
    private AccessTokenForms.Result form(
            Service service, TokenInContext after, @Nullable TokenValue newValue, Instant now) {
        return newValue == null ? AccessTokenForms.OPAQUE : forms.of(service, after.asItCounts(), newValue, now);
    }

    private Result absent(Command command) {
        Service service = command.service();
        boolean elsewhere = switch (command.name()) {
            case Located(TokenLocator given) -> tokens.existsElsewhere(service.id(), given);
            case OfAccessToken(String presented) -> finder.currentAccessExistsElsewhere(service, presented);
            case OfRefreshToken(TokenValue value) ->
                tokens.existsElsewhere(service.id(), new TokenLocator.ByRefresh(value.hash()));
        };
        return elsewhere ? new OfAnotherService() : new NotFound();
    }
}
