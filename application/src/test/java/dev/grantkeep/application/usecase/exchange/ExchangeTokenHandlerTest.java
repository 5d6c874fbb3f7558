package dev.grantkeep.application.usecase.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.NoJwts;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.memory.DecodedMessages;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.memory.SeededRandomness;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.port.in.exchange.CodeRefusal;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.clientauth.Assertions;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.ByNameAlone;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.application.usecase.openid.ClientSignatures;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant type of the tests' own shows what the token endpoint does for each. */
final class ExchangeTokenHandlerTest {
    private final InMemoryStores stores = new InMemoryStores();
    private final MutableClock clock = MutableClock.at(Times.NOW);
    private final Service service = Services.aService().build();
    private final Client client = Clients.aClient()
            .of(service)
            .thatIsPublic()
            .withAuthMethod(ClientAuthMethod.NONE)
            .withGrantTypes(GrantType.DEVICE_CODE, GrantType.CIBA)
            .build();

    @BeforeEach
    void store() {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
    }

    @Test
    void aGrantTypeIsServedByItsExchange() {
        assertThat(handle(GrantType.DEVICE_CODE, () -> new Exchange.Refused(CodeRefusal.EXPIRED_CODE, "about")))
                .isEqualTo(new ExchangeToken.Refused(CodeRefusal.EXPIRED_CODE, "about", client));
    }

    @Test
    void aGrantTypeWithoutAnExchangeIsNotSupported() {
        assertThat(handle(GrantType.CIBA, () -> {
                    throw new IllegalStateException("of another grant type");
                }))
                .isEqualTo(new ExchangeToken.Refused(
                        TokenRequestRefusal.UNSUPPORTED_GRANT_TYPE, GrantType.CIBA.wireName(), client));
    }

    @Test
    void aRefusalThatRestsOnOldSettingsIsNotGiven() {
        assertThatThrownBy(() -> handle(GrantType.DEVICE_CODE, () -> {
                    changeSettings();
                    return new Exchange.Refused(CodeRefusal.UNKNOWN_CODE);
                }))
                .isInstanceOf(StaleSettings.class);
    }

    @Test
    void aRefusalThatHasWrittenSomethingIsGivenWhateverBecomesOfTheSettings() {
        assertThat(handle(GrantType.DEVICE_CODE, () -> {
                    changeSettings();
                    return new Exchange.Ended(CodeRefusal.ID_TOKEN_IMPOSSIBLE, "why");
                }))
                .isEqualTo(new ExchangeToken.Refused(CodeRefusal.ID_TOKEN_IMPOSSIBLE, "why", client));
    }

    private void changeSettings() {
        stores.clients().replace(client.withLock(true, Times.NOW));
    }

    private ExchangeToken.Result handle(GrantType asked, Supplier<Exchange.Outcome> outcome) {
        CurrentSettings currentSettings = new CurrentSettings(stores.snapshots(), stores.services());
        ClientAuthenticator authenticator =
                new ClientAuthenticator(currentSettings, noAssertions(), List.of(new ByNameAlone()));
        return new ExchangeTokenHandler(authenticator, currentSettings, List.of(new OfDevices(outcome)))
                .handle(new ExchangeToken.Command(
                        service,
                        new Parameters(Map.of("grant_type", List.of(asked.wireName()))),
                        new RequestedDetails.None(),
                        new ClientCredentials(null, null, client.id().toString(), null, null),
                        Properties.NONE,
                        Durations.UNSET,
                        null,
                        Members.NONE));
    }

    private Assertions noAssertions() {
        NoJwts none = new NoJwts();
        Keys keys = new Keys(none, new InMemoryRemoteDocuments(clock));
        NewSteps newSteps = new NewSteps(stores.steps(), new ValueGenerator(new SeededRandomness(1)));
        return new Assertions(new DecodedMessages(), new ClientSignatures(none, keys), newSteps, clock);
    }

    private record OfDevices(Supplier<Exchange.Outcome> outcome) implements Exchange {
        @Override
        public GrantType grantType() {
            return GrantType.DEVICE_CODE;
        }

        @Override
        public Outcome exchange(ExchangeToken.Command command, Authenticated by) {
            return outcome.get();
        }
    }
}
