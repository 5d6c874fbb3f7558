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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks a token up among access tokens and refresh tokens, earlier ones included; the hint only orders the look-ups (RFC 7009 section 2.1). */
@Wired
public final class TokenSearch {
    private final TokenStore tokens;
    private final AccessTokenValues values;
    private final CurrentSettings currentSettings;

    public TokenSearch(TokenStore tokens, AccessTokenValues values, CurrentSettings currentSettings) {
        this.tokens = tokens;
        this.values = values;
        this.currentSettings = currentSettings;
    }

    /**
     * A record, and what the token was found to be; it may be one that the record had before.
     *
     * @param value by which the record was found
     */
    public record Hit(Kind kind, TokenValue value, TokenInContext token) {}

    /** The record, whatever its verdict. The service may be a stale copy. */
    public Optional<Hit> find(Service service, String token, @Nullable String hint) {
        Optional<TokenValue> access = values.find(service, token);
        Optional<TokenValue> refresh =
                Optional.of(token).filter(TokenValue::isValid).map(TokenValue::new);
        if (access.isEmpty() && refresh.isEmpty()) {
            currentSettings.require(service);
            return Optional.empty();
        }
        LookupByValue lookup = new LookupByValue(locator -> look(service, locator));
        return order(hint).stream()
                .flatMap(kind -> current(kind, service, lookup, kind == Kind.ACCESS_TOKEN ? access : refresh).stream())
                .findFirst()
                .or(() ->
                        hit(Kind.ACCESS_TOKEN, access, value -> lookup.former(PresentedAccessToken.to(service, value))))
                .or(() -> hit(
                        Kind.REFRESH_TOKEN, refresh, value -> lookup.former(PresentedRefreshToken.to(service, value))));
    }

    private static Optional<Hit> current(
            Kind kind, Service service, LookupByValue lookup, Optional<TokenValue> presented) {
        return switch (kind) {
            case ACCESS_TOKEN -> hit(kind, presented, value -> lookup.current(PresentedAccessToken.to(service, value)));
            case REFRESH_TOKEN ->
                hit(kind, presented, value -> lookup.current(PresentedRefreshToken.to(service, value)));
        };
    }

    private static Optional<Hit> hit(
            Kind kind, Optional<TokenValue> presented, Function<TokenValue, Optional<TokenInContext>> look) {
        return presented.flatMap(value -> look.apply(value).map(found -> new Hit(kind, value, found)));
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
