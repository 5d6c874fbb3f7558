package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a token up among access tokens and refresh tokens; the hint only orders the look-ups (RFC 7009 section 2.1). */
public final class BothWays {
    private final TokenStore tokens;
    private final Currency currency;

    public BothWays(TokenStore tokens, Currency currency) {
        this.tokens = tokens;
        this.currency = currency;
    }

    /** A token and what it was found to be. */
    record Hit(Kind kind, TokenInContext token) {}

    /** The record, whatever its verdict. The service may be a stale copy. */
    Optional<Hit> find(Service service, String token, @Nullable String hint) {
        if (!TokenValue.isValid(token)) {
            currency.require(service);
            return Optional.empty();
        }
        TokenHash hash = new TokenValue(token).hash();
        return order(hint).stream()
                .flatMap(kind -> find(service, kind, hash).stream())
                .findFirst();
    }

    private Optional<Hit> find(Service service, Kind kind, TokenHash hash) {
        TokenLocator locator =
                kind == Kind.ACCESS_TOKEN ? new TokenLocator.ByAccess(hash) : new TokenLocator.ByRefresh(hash);
        return currency.checked(service, tokens.find(service.id(), locator)).map(seen -> new Hit(kind, seen));
    }

    private static List<Kind> order(@Nullable String hint) {
        return "refresh_token".equals(hint)
                ? List.of(Kind.REFRESH_TOKEN, Kind.ACCESS_TOKEN)
                : List.of(Kind.ACCESS_TOKEN, Kind.REFRESH_TOKEN);
    }
}
