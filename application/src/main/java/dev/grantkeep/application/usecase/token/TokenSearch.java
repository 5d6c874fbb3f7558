package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.LookupByValue;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.PresentedAccessToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a token up among access tokens and refresh tokens, earlier ones included; the hint only orders the look-ups (RFC 7009 section 2.1). */
@Wired
public final class TokenSearch {
    private final TokenStore tokens;
    private final CurrentSettings currentSettings;

    public TokenSearch(TokenStore tokens, CurrentSettings currentSettings) {
        this.tokens = tokens;
        this.currentSettings = currentSettings;
    }

    /** A record, and what the token was found to be; it may be one that the record had before. */
    public record Hit(Kind kind, TokenInContext token) {}

    /** The record, whatever its verdict. The service may be a stale copy. */
    public Optional<Hit> find(Service service, String token, @Nullable String hint) {
        if (!TokenValue.isValid(token)) {
            currentSettings.require(service);
            return Optional.empty();
        }
        PresentedAccessToken access = PresentedAccessToken.to(service, new TokenValue(token));
        PresentedRefreshToken refresh = PresentedRefreshToken.to(service, new TokenValue(token));
        LookupByValue lookup = new LookupByValue(locator -> look(service, locator));
        return order(hint).stream()
                .flatMap(kind -> hit(
                        kind,
                        switch (kind) {
                            case ACCESS_TOKEN -> lookup.current(access);
                            case REFRESH_TOKEN -> lookup.current(refresh);
                        })
                        .stream())
                .findFirst()
                .or(() -> hit(Kind.ACCESS_TOKEN, lookup.former(access)))
                .or(() -> hit(Kind.REFRESH_TOKEN, lookup.former(refresh)));
    }

    private static Optional<Hit> hit(Kind kind, Optional<TokenInContext> seen) {
        return seen.map(found -> new Hit(kind, found));
    }

    private Optional<TokenInContext> look(Service service, TokenLocator locator) {
        return currentSettings.checked(service, tokens.find(service.id(), locator));
    }

    private static List<Kind> order(@Nullable String hint) {
        return "refresh_token".equals(hint)
                ? List.of(Kind.REFRESH_TOKEN, Kind.ACCESS_TOKEN)
                : List.of(Kind.ACCESS_TOKEN, Kind.REFRESH_TOKEN);
    }
}
