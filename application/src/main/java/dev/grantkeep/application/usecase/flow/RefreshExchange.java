package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.flow.ExchangeToken.Command;
import dev.grantkeep.application.port.in.flow.ExchangeToken.Issued;
import dev.grantkeep.application.port.in.flow.ExchangeToken.Refused;
import dev.grantkeep.application.port.in.flow.ExchangeToken.Result;
import dev.grantkeep.application.port.in.flow.TokenRefusal;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.application.usecase.Following;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.application.usecase.RefreshTokenLookup;
import dev.grantkeep.application.usecase.flow.Authentication.Authenticated;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.RefreshOutcome;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** refresh_token (RFC 6749 section 6): one look, one conditional write in place. */
public final class RefreshExchange implements Exchange {
    private final TokenStore tokens;
    private final Currency currency;
    private final Clock clock;
    private final Fresh fresh;

    public RefreshExchange(TokenStore tokens, Currency currency, Clock clock, Fresh fresh) {
        this.tokens = tokens;
        this.currency = currency;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public Result exchange(Command command, Authenticated by) {
        Optional<String> presented = command.parameters().value("refresh_token");
        if (presented.isEmpty()) {
            return refused(TokenRefusal.NO_REFRESH_TOKEN, by);
        }
        if (AskedScopes.areMalformed(command.parameters())) {
            return refused(TokenRefusal.MALFORMED_SCOPE, by);
        }
        if (Resources.areMalformed(command.parameters())) {
            return refused(TokenRefusal.MALFORMED_RESOURCE, by);
        }
        return presented
                .filter(TokenValue::isValid)
                .map(value -> refresh(command, by, new TokenValue(value)))
                .orElseGet(() -> refused(TokenRefusal.UNKNOWN_REFRESH_TOKEN, by));
    }

    private Result refresh(Command command, Authenticated by, TokenValue presented) {
        Service service = command.service();
        RefreshTokenLookup lookup = new RefreshTokenLookup(locator -> look(service, locator));
        Following following =
                new Following(() -> lookup.find(PresentedRefreshToken.to(service, presented)), lookup.look());
        return Attempts.until(() -> following
                .look()
                .map(seen -> refresh(command, by, presented, seen))
                .orElseGet(() -> Optional.of(refused(TokenRefusal.UNKNOWN_REFRESH_TOKEN, by))));
    }

    private Optional<TokenInContext> look(Service service, TokenLocator locator) {
        return currency.checked(service, tokens.find(service.id(), locator));
    }

    private Optional<Result> refresh(Command command, Authenticated by, TokenValue presented, TokenInContext seen) {
        requireCurrentClient(by, seen);
        if (MergedProperties.of(seen.token().properties(), command.properties()).isEmpty()) {
            return Optional.of(refused(TokenRefusal.PROPERTIES_TOO_LARGE, by));
        }
        RefreshRequest request = new RefreshRequest(
                presented,
                command.service(),
                by.client(),
                AskedScopes.of(command.parameters()).orElse(null),
                Resources.of(command.parameters()),
                command.requested(),
                command.properties(),
                command.access());
        return switch (request.decide(seen, fresh.forRefresh(), clock.now())) {
            case RefreshOutcome.Refreshed refreshed ->
                AskedDetails.refusal(
                                command.details(),
                                seen.token().details().targets().authorizationDetails())
                        .<Result>map(why -> refused(why, by))
                        .or(() -> Exchange.demand(
                                command.service(), refreshed.token().record().scopes(), by))
                        .map(Optional::of)
                        .orElseGet(() -> save(refreshed.token(), by, false));
            case RefreshOutcome.Repeated repeated ->
                repeated.changed() ? save(repeated.token(), by, true) : Optional.of(issued(repeated.token(), by, true));
            case RefreshOutcome.Reused reused -> end(seen, by);
            case RefreshOutcome.Unknown unknown -> Optional.of(refused(TokenRefusal.UNKNOWN_REFRESH_TOKEN, by));
            case RefreshOutcome.Expired expired -> Optional.of(refused(TokenRefusal.EXPIRED_REFRESH_TOKEN, by));
            case RefreshOutcome.OfAnotherClient other ->
                Optional.of(refused(TokenRefusal.REFRESH_TOKEN_OF_ANOTHER_CLIENT, by));
            case RefreshOutcome.ExceedsTargets exceeds -> Optional.of(refused(TokenRefusal.EXCESSIVE_RESOURCE, by));
            case RefreshOutcome.ExceedsScopes exceeds ->
                Optional.of(new Refused(
                        TokenRefusal.EXCESSIVE_SCOPE, exceeds.excess().toString(), by.client()));
        };
    }

    private Optional<Result> save(IssuedToken token, Authenticated by, boolean repeated) {
        return switch (tokens.replace(token.record())) {
            case SAVED -> Optional.of(issued(token, by, repeated));
            case STALE -> Optional.empty();
            case TAKEN -> Optional.of(refused(TokenRefusal.VALUE_TAKEN, by));
        };
    }

    private Optional<Result> end(TokenInContext seen, Authenticated by) {
        tokens.remove(seen.token().service(), seen.token().id());
        return Optional.of(refused(TokenRefusal.REUSED_REFRESH_TOKEN, by));
    }

    /** The look at the token saw its client too; what the client was authenticated by must be that. */
    private static void requireCurrentClient(Authenticated by, TokenInContext seen) {
        ClientState state = seen.client();
        if (state != null
                && seen.token().client().equals(by.client().id())
                && !state.version().equals(by.client().version())) {
            throw new StaleSettings(seen.token().service());
        }
    }

    private static Result issued(IssuedToken token, Authenticated by, boolean repeated) {
        return new Issued(GrantType.REFRESH_TOKEN, token, by.client(), by.method(), by.aliasUsed(), repeated);
    }

    private static Result refused(TokenRefusal why, Authenticated by) {
        return new Refused(why, null, by.client());
    }
}
