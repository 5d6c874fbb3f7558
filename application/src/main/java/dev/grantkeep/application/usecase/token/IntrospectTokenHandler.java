package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Introspects access tokens: one look at the store, and once a day a note that the token was used. */
public final class IntrospectTokenHandler implements IntrospectToken {
    private final TokenStore tokens;
    private final Currency currency;
    private final Clock clock;

    public IntrospectTokenHandler(TokenStore tokens, Currency currency, Clock clock) {
        this.tokens = tokens;
        this.currency = currency;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        if (!TokenValue.isValid(command.token())) {
            currency.require(command.service());
            return new Absent();
        }
        Instant now = clock.now();
        return find(command).map(seen -> judge(command, seen, now)).orElseGet(Absent::new);
    }

    private Optional<TokenInContext> find(Command command) {
        Service service = command.service();
        TokenLocator locator = new TokenLocator.ByAccess(new TokenValue(command.token()).hash());
        return currency.checked(service, tokens.find(service.id(), locator));
    }

    private Result judge(Command command, TokenInContext seen, Instant now) {
        Verdict verdict = seen.verdict(now);
        if (verdict == Verdict.ENDED) {
            return new Absent();
        }
        Client client = currency.clientOf(command.service(), seen);
        noteUse(seen.token(), now);
        return switch (verdict) {
            case ALIVE -> sufficiency(command, seen, client);
            case EXPIRED_REFRESHABLE -> new Expired(seen, client, true);
            case EXPIRED -> new Expired(seen, client, false);
            case CLIENT_LOCKED -> new ClientLocked(seen, client);
            case ENDED -> new Absent();
        };
    }

    private static Result sufficiency(Command command, TokenInContext seen, Client client) {
        Optional<String> missing = missingScope(command.scopes(), seen.scopes());
        if (missing.isPresent()) {
            return new Insufficient(seen, client, missing.get());
        }
        return command.subject() == null || isSubject(seen.token(), command.subject())
                ? new Active(seen, client)
                : new OtherSubject(seen, client);
    }

    private static Optional<String> missingScope(List<String> required, ScopeSet held) {
        return required.stream()
                .filter(name -> !ScopeName.isValid(name) || !held.contains(new ScopeName(name)))
                .findFirst();
    }

    private static boolean isSubject(TokenRecord token, String subject) {
        return token.subject() != null && token.subject().value().equals(subject);
    }

    private void noteUse(TokenRecord token, Instant now) {
        if (token.useIsWorthNoting(now)) {
            tokens.noteUse(token.usedAt(now));
        }
    }
}
