package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.RefreshRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Following;
import dev.grantkeep.application.usecase.LookupByValue;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.token.AccessTokenForms;
import dev.grantkeep.domain.authorization.AskedScopes;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
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
import java.util.function.Function;

/** refresh_token (RFC 6749 section 6): one look, one conditional write in place. */
@Wired
public final class RefreshExchange implements Exchange {
    private final TokenStore tokens;
    private final CurrentSettings currentSettings;
    private final Clock clock;
    private final ValueGenerator generator;
    private final AccessTokenForms forms;

    public RefreshExchange(
            TokenStore tokens,
            CurrentSettings currentSettings,
            Clock clock,
            ValueGenerator generator,
            AccessTokenForms forms) {
        this.tokens = tokens;
        this.currentSettings = currentSettings;
        this.clock = clock;
        this.generator = generator;
        this.forms = forms;
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
        RefreshRequest request = new RefreshRequest(
                presented,
                command.service(),
                by.client(),
                AskedScopes.of(command.parameters()).orElse(null),
                Resources.of(command.parameters()),
                DetailsParameter.against(seen.token().details().targets().authorizationDetails(), command.details()),
                command.requested(),
                command.properties(),
                command.access());
        return switch (request.decide(seen, generator.forRefresh(), clock.now())) {
            case RefreshOutcome.Refreshed(IssuedToken token) ->
                formed(command.service(), token, formed -> save(formed, false));
            case RefreshOutcome.Repeated(IssuedToken token, boolean changed) ->
                formed(
                        command.service(),
                        token,
                        formed -> changed ? save(formed, true) : Optional.of(new Issued(formed, true)));
            case RefreshOutcome.Reused reused -> Optional.of(end(seen));
            case RefreshOutcome.ExceedsScopes(ScopeSet excess) ->
                Optional.of(new Refused(TokenRequestRefusal.EXCESSIVE_SCOPE, excess.toString()));
            case RefreshOutcome.DemandNotMet(Demand demand) -> Optional.of(Exchange.notMet(demand));
            case RefreshOutcome.Refused refused -> Optional.of(new Refused(told(refused)));
        };
    }

    private static TokenRefusal told(RefreshOutcome.Refused why) {
        return switch (why) {
            case UNKNOWN -> RefreshRefusal.UNKNOWN_REFRESH_TOKEN;
            case EXPIRED -> RefreshRefusal.EXPIRED_REFRESH_TOKEN;
            case OF_ANOTHER_CLIENT -> RefreshRefusal.REFRESH_TOKEN_OF_ANOTHER_CLIENT;
            case RESOURCE_NOT_GRANTED -> TokenRequestRefusal.EXCESSIVE_RESOURCE;
            case SCOPES_DIFFER -> TokenRequestRefusal.DIFFERS_IN_SCOPE;
            case RESOURCES_DIFFER -> TokenRequestRefusal.DIFFERS_IN_RESOURCE;
            case DETAILS_MALFORMED -> TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS;
            case DETAILS_NOT_GRANTED -> TokenRequestRefusal.OTHER_AUTHORIZATION_DETAILS;
            case PROPERTIES_TOO_LARGE -> TokenRequestRefusal.PROPERTIES_TOO_LARGE;
        };
    }

    /** What cannot be made is known before anything is stored. */
    private Optional<Outcome> formed(
            Service service, IssuedToken token, Function<IssuedToken, Optional<Outcome>> then) {
        return forms.of(service, token)
                .then(jwt -> then.apply(token.as(jwt)), why -> Optional.of(Exchange.impossible(why)));
    }

    private Optional<Outcome> save(IssuedToken token, boolean repeated) {
        return switch (tokens.replace(token.change())) {
            case SAVED -> Optional.of(new Issued(token, repeated));
            case STALE -> Optional.empty();
            case TAKEN -> Optional.of(new Refused(TokenRequestRefusal.VALUE_TAKEN));
        };
    }

    /** The look at the record saw its service and its client too, so they are known to be current. */
    private Outcome end(TokenInContext seen) {
        tokens.remove(seen.token().service(), seen.token().id(), new Event(Event.Kind.TOKEN_REUSED, clock.now()));
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
}
