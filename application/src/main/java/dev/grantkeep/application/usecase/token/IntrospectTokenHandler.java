package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Introspects access tokens: one look at the store, and once a day a note that the token was used. */
@Wired
public final class IntrospectTokenHandler implements IntrospectToken {
    private final TokenStore tokens;
    private final AccessTokenValues values;
    private final CurrentSettings currentSettings;
    private final Clock clock;

    public IntrospectTokenHandler(
            TokenStore tokens, AccessTokenValues values, CurrentSettings currentSettings, Clock clock) {
        this.tokens = tokens;
        this.values = values;
        this.currentSettings = currentSettings;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        Optional<TokenValue> value = values.find(command.service(), command.token());
        if (value.isEmpty()) {
            currentSettings.require(command.service());
            return new Absent();
        }
        Instant now = clock.now();
        return find(command.service(), value.get())
                .map(seen -> judge(command, seen, now))
                .orElseGet(Absent::new);
    }

    private Optional<TokenInContext> find(Service service, TokenValue value) {
        TokenLocator locator = new TokenLocator.ByAccess(value.hash());
        return currentSettings.checked(service, tokens.find(service.id(), locator));
    }

    private Result judge(Command command, TokenInContext seen, Instant now) {
        return switch (command.required().decide(seen, now)) {
            case Verdict.Ended ended -> new Absent();
            case Verdict.Existing verdict -> {
                Client client = currentSettings.clientOf(command.service(), seen);
                tokens.noteUse(seen.token(), now);
                yield new Found(seen, client, verdict, seen.token().isRefreshable(now));
            }
        };
    }
}
