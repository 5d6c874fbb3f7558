package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.RefreshRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Following;
import dev.grantkeep.application.usecase.LookupByValue;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.AskedScopes;
import dev.grantkeep.domain.authorization.RequestedDetails;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.RefreshOutcome;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** refresh_token (RFC 6749 section 6): one look, one conditional write in place. */
public final class RefreshExchange implements Exchange {
    private final TokenStore tokens;
    private final CurrentSettings currentSettings;
    private final Clock clock;
    private final ValueGenerator generator;

    public RefreshExchange(TokenStore tokens, CurrentSettings currentSettings, Clock clock, ValueGenerator generator) {
        this.tokens = tokens;
        this.currentSettings = currentSettings;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public GrantType grantType() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        Optional<String> presented = command.parameters().value("refresh_token");
        if (presented.isEmpty()) {
            return new Refused(RefreshRefusal.NO_REFRESH_TOKEN);
        }
        if (AskedScopes.areMalformed(command.parameters())) {
            return new Refused(TokenRequestRefusal.MALFORMED_SCOPE);
        }
        if (Resources.areMalformed(command.parameters())) {
            return new Refused(TokenRequestRefusal.MALFORMED_RESOURCE);
        }
        return presented
                .filter(TokenValue::isValid)
                .map(value -> refresh(command, by, new TokenValue(value)))
                .orElseGet(() -> new Refused(RefreshRefusal.UNKNOWN_REFRESH_TOKEN));
    }

    private Outcome refresh(Command command, Authenticated by, TokenValue presented) {
        Service service = command.service();
        LookupByValue lookup = new LookupByValue(locator -> look(service, locator));
        Following following =
                new Following(() -> lookup.find(PresentedRefreshToken.to(service, presented)), lookup.look());
        return Attempts.until(() -> following
                .look()
                .map(seen -> refresh(command, by, presented, seen))
                .orElseGet(() -> Optional.of(new Refused(RefreshRefusal.UNKNOWN_REFRESH_TOKEN))));
    }

    private Optional<TokenInContext> look(Service service, TokenLocator locator) {
        return currentSettings.checked(service, tokens.find(service.id(), locator));
    }

    private Optional<Outcome> refresh(Command command, Authenticated by, TokenValue presented, TokenInContext seen) {
        requireCurrentClient(by, seen);
        if (seen.token().properties().with(command.properties()).isEmpty()) {
            return Optional.of(new Refused(TokenRequestRefusal.PROPERTIES_TOO_LARGE));
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
        return switch (request.decide(seen, generator.forRefresh(), clock.now())) {
            case RefreshOutcome.Refreshed(IssuedToken token) ->
                refusal(command, seen, token).or(() -> save(token, false));
            case RefreshOutcome.Repeated(IssuedToken token, boolean changed) ->
                refusal(command, seen, token)
                        .or(() -> changed ? save(token, true) : Optional.of(new Issued(token, true)));
            case RefreshOutcome.Reused reused -> Optional.of(end(seen));
            case RefreshOutcome.Unknown unknown -> Optional.of(new Refused(RefreshRefusal.UNKNOWN_REFRESH_TOKEN));
            case RefreshOutcome.Expired expired -> Optional.of(new Refused(RefreshRefusal.EXPIRED_REFRESH_TOKEN));
            case RefreshOutcome.OfAnotherClient other ->
                Optional.of(new Refused(RefreshRefusal.REFRESH_TOKEN_OF_ANOTHER_CLIENT));
            case RefreshOutcome.ExceedsTargets exceeds ->
                Optional.of(new Refused(TokenRequestRefusal.EXCESSIVE_RESOURCE));
            case RefreshOutcome.DiffersInScopes differs ->
                Optional.of(new Refused(TokenRequestRefusal.DIFFERS_IN_SCOPE));
            case RefreshOutcome.DiffersInTargets differs ->
                Optional.of(new Refused(TokenRequestRefusal.DIFFERS_IN_RESOURCE));
            case RefreshOutcome.ExceedsScopes exceeds ->
                Optional.of(new Refused(
                        TokenRequestRefusal.EXCESSIVE_SCOPE, exceeds.excess().toString()));
        };
    }

    /** Why the client does not get the token that was decided, made anew or not. */
    private static Optional<Outcome> refusal(Command command, TokenInContext seen, IssuedToken token) {
        return details(command.details(), seen.token().details().targets().authorizationDetails())
                .<Outcome>map(Refused::new)
                .or(() -> Exchange.demand(command.service(), token.record().scopes()));
    }

    private Optional<Outcome> save(IssuedToken token, boolean repeated) {
        return switch (tokens.replace(token.record())) {
            case SAVED -> Optional.of(new Issued(token, repeated));
            case STALE -> Optional.empty();
            case TAKEN -> Optional.of(new Refused(TokenRequestRefusal.VALUE_TAKEN));
        };
    }

    /** The look at the record saw its service and its client too, so they are known to be current. */
    private Outcome end(TokenInContext seen) {
        tokens.remove(seen.token().service(), seen.token().id());
        return new Ended(RefreshRefusal.REUSED_REFRESH_TOKEN);
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

    private static Optional<TokenRequestRefusal> details(RequestedDetails asked, @Nullable String granted) {
        if (asked instanceof RequestedDetails.Malformed) {
            return Optional.of(TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS);
        }
        return asked.areThose(granted)
                ? Optional.empty()
                : Optional.of(TokenRequestRefusal.OTHER_AUTHORIZATION_DETAILS);
    }
}
