package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.domain.authorization.KnownParameters;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The token endpoint: authenticates the client and hands the request to the exchange of its grant type. */
@Wired
public final class ExchangeTokenHandler implements ExchangeToken {
    private static final List<String> REFUSED = KnownParameters.refused(KnownParameters.ofToken());

    private final ClientAuthenticator authenticator;
    private final CurrentSettings currentSettings;
    private final Map<GrantType, Exchange> exchanges;

    /**
     * @param exchanges one for each grant type that is supported
     */
    public ExchangeTokenHandler(
            ClientAuthenticator authenticator, CurrentSettings currentSettings, List<Exchange> exchanges) {
        this.authenticator = authenticator;
        this.currentSettings = currentSettings;
        this.exchanges = exchanges.stream().collect(Collectors.toMap(Exchange::grantType, Function.identity()));
    }

    @Override
    public Result handle(Command command) {
        Optional<String> repeated = command.parameters().repeated();
        if (repeated.isPresent()) {
            return new Refused(TokenRequestRefusal.PARAMETER_REPEATED, repeated.get(), null);
        }
        Optional<String> name = command.parameters().value("grant_type");
        if (name.isEmpty()) {
            return new Refused(TokenRequestRefusal.NO_GRANT_TYPE, null, null);
        }
        return GrantType.ofWireName(name.get())
                .map(type -> authenticate(command, type))
                .orElseGet(() -> new Refused(TokenRequestRefusal.UNKNOWN_GRANT_TYPE, name.get(), null));
    }

    private Result authenticate(Command command, GrantType type) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Refused(refused.why(), refused.detail(), refused.client());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authenticated authenticated -> exchange(command, type, authenticated);
        };
    }

    private Result exchange(Command command, GrantType type, Authenticated by) {
        Exchange exchange = exchanges.get(type);
        Exchange.Outcome outcome = exchange == null
                ? new Exchange.Refused(TokenRequestRefusal.UNSUPPORTED_GRANT_TYPE, type.wireName())
                : refusal(command, type, by).orElseGet(() -> exchange.exchange(command, by));
        return switch (outcome) {
            case Exchange.Issued(IssuedToken token, @Nullable IdToken idToken, boolean repeated) ->
                new Issued(type, token, idToken, by.client(), by.method(), by.aliasUsed(), repeated);
            case Exchange.Asked(TokenValue ticket, ScopeSet scopes) ->
                new PasswordAsked(
                        ticket,
                        command.parameters().value("username").orElseThrow(),
                        command.parameters().value("password").orElseThrow(),
                        scopes,
                        by.client(),
                        by.method(),
                        by.aliasUsed());
            case Exchange.Refused(TokenRefusal why, @Nullable String detail, OwnWords words) -> {
                currentSettings.require(command.service(), by.client());
                yield new Refused(why, detail, words, by.client());
            }
            case Exchange.Ended(TokenRefusal why, @Nullable String detail) -> new Refused(why, detail, by.client());
        };
    }

    private static Optional<Exchange.Outcome> refusal(Command command, GrantType type, Authenticated by) {
        if (!command.service().settings().capabilities().supports(type)) {
            return Optional.of(new Exchange.Refused(TokenRequestRefusal.UNSUPPORTED_GRANT_TYPE, type.wireName()));
        }
        if (!by.client().settings().grantTypes().contains(type)) {
            return Optional.of(new Exchange.Refused(TokenRequestRefusal.GRANT_TYPE_NOT_ALLOWED, type.wireName()));
        }
        return Demands.onTokens(command.service(), by.client())
                .<Exchange.Outcome>map(
                        demand -> new Exchange.Refused(TokenRequestRefusal.DEMAND_NOT_MET, demand.member()))
                .or(() -> unsupportedParameter(command));
    }

    private static Optional<Exchange.Outcome> unsupportedParameter(Command command) {
        return REFUSED.stream()
                .filter(name -> command.parameters().value(name).isPresent())
                .findFirst()
                .map(name -> new Exchange.Refused(TokenRequestRefusal.PARAMETER_NOT_SUPPORTED, name));
    }
}
