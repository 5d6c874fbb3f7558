package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.application.usecase.RefreshTokenLookup;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a token up among access tokens and refresh tokens, earlier ones included; the hint only orders the look-ups (RFC 7009 section 2.1). */
public final class BothWays {
    private final TokenStore tokens;
    private final Currency currency;

    public BothWays(TokenStore tokens, Currency currency) {
        this.tokens = tokens;
        this.currency = currency;
    }

    /** A record, and what the token was found to be; a refresh token may be one that the record had before. */
    record Hit(Kind kind, TokenInContext token) {}

    /** The record, whatever its verdict. The service may be a stale copy. */
    Optional<Hit> find(Service service, String token, @Nullable String hint) {
        if (!TokenValue.isValid(token)) {
            currency.require(service);
            return Optional.empty();
        }
        PresentedRefreshToken presented = PresentedRefreshToken.to(service, new TokenValue(token));
        RefreshTokenLookup lookup = new RefreshTokenLookup(locator -> look(service, locator));
        return order(hint).stream()
                .flatMap(kind -> current(lookup, kind, presented).stream())
                .findFirst()
                .or(() -> lookup.former(presented).map(seen -> new Hit(Kind.REFRESH_TOKEN, seen)));
    }

    private static Optional<Hit> current(RefreshTokenLookup lookup, Kind kind, PresentedRefreshToken presented) {
        Optional<TokenInContext> seen = switch (kind) {
            case ACCESS_TOKEN ->
                lookup.look().apply(new TokenLocator.ByAccess(presented.value().hash()));
            case REFRESH_TOKEN -> lookup.current(presented);
        };
        return seen.map(found -> new Hit(kind, found));
    }

    private Optional<TokenInContext> look(Service service, TokenLocator locator) {
        return currency.checked(service, tokens.find(service.id(), locator));
    }

    private static List<Kind> order(@Nullable String hint) {
        return "refresh_token".equals(hint)
                ? List.of(Kind.REFRESH_TOKEN, Kind.ACCESS_TOKEN)
                : List.of(Kind.ACCESS_TOKEN, Kind.REFRESH_TOKEN);
    }
}
