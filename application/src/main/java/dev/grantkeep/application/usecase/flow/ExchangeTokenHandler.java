package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.ExchangeToken;
import dev.grantkeep.application.port.in.flow.KnownParameters;
import dev.grantkeep.application.port.in.flow.TokenRefusal;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.application.usecase.Demands;
import dev.grantkeep.application.usecase.flow.Authentication.Authenticated;
import dev.grantkeep.domain.common.GrantType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The token endpoint: authenticates the client and hands the request to the exchange of its grant type. */
public final class ExchangeTokenHandler implements ExchangeToken {
    private static final List<String> REFUSED = KnownParameters.refused(KnownParameters.ofToken());

    private final ClientAuthenticator authenticator;
    private final Currency currency;
    private final Map<GrantType, Exchange> exchanges;

    public ExchangeTokenHandler(
            ClientAuthenticator authenticator,
            Currency currency,
            CodeExchange code,
            RefreshExchange refresh,
            ClientCredentialsExchange clientCredentials) {
        this.authenticator = authenticator;
        this.currency = currency;
        this.exchanges = Map.of(
                GrantType.AUTHORIZATION_CODE, code,
                GrantType.REFRESH_TOKEN, refresh,
                GrantType.CLIENT_CREDENTIALS, clientCredentials);
    }

    @Override
    public Result handle(Command command) {
        Optional<String> repeated = command.parameters().repeated();
        if (repeated.isPresent()) {
            return new Refused(TokenRefusal.PARAMETER_REPEATED, repeated.get(), null);
        }
        Optional<String> name = command.parameters().value("grant_type");
        if (name.isEmpty()) {
            return new Refused(TokenRefusal.NO_GRANT_TYPE, null, null);
        }
        return GrantType.ofWireName(name.get())
                .map(type -> authenticate(command, type))
                .orElseGet(() -> new Refused(TokenRefusal.UNKNOWN_GRANT_TYPE, name.get(), null));
    }

    private Result authenticate(Command command, GrantType type) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Refused(refused.why(), null, refused.client());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authenticated authenticated -> exchange(command, type, authenticated);
        };
    }

    private Result exchange(Command command, GrantType type, Authenticated by) {
        Exchange exchange = exchanges.get(type);
        Result result = exchange == null
                ? refused(TokenRefusal.UNSUPPORTED_GRANT_TYPE, type.wireName(), by)
                : refusal(command, type, by).orElseGet(() -> exchange.exchange(command, by));
        if (result instanceof Refused) {
            currency.require(command.service(), by.client());
        }
        return result;
    }

    private static Optional<Result> refusal(Command command, GrantType type, Authenticated by) {
        if (!command.service().settings().capabilities().supports(type)) {
            return Optional.of(refused(TokenRefusal.UNSUPPORTED_GRANT_TYPE, type.wireName(), by));
        }
        if (!by.client().settings().grantTypes().contains(type)) {
            return Optional.of(refused(TokenRefusal.GRANT_TYPE_NOT_ALLOWED, type.wireName(), by));
        }
        return Demands.onTokens(command.service(), by.client())
                .<Result>map(demand -> refused(TokenRefusal.DEMAND_NOT_MET, demand.member(), by))
                .or(() -> unsupportedParameter(command, by));
    }

    private static Optional<Result> unsupportedParameter(Command command, Authenticated by) {
        return REFUSED.stream()
                .filter(name -> command.parameters().value(name).isPresent())
                .findFirst()
                .map(name -> refused(TokenRefusal.PARAMETER_NOT_SUPPORTED, name, by));
    }

    private static Refused refused(TokenRefusal why, String detail, Authenticated by) {
        return new Refused(why, detail, by.client());
    }
}
