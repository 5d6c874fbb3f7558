package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.bootstrap.demo.DemoSettings.DemoClient;
import dev.grantkeep.bootstrap.start.StartupRefused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenCreation;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;

/** Makes what is missing of the demo's data, and leaves alone what is there. */
@Singleton
@Requires(env = "demo")
final class DemoData {
    private static final int KEY_BYTES = 32;

    private final ServiceStore services;
    private final ClientStore clients;
    private final GrantStore grants;
    private final CreateToken createToken;
    private final Clock clock;
    private final Randomness randomness;

    DemoData(
            ServiceStore services,
            ClientStore clients,
            GrantStore grants,
            CreateToken createToken,
            Clock clock,
            Randomness randomness) {
        this.services = services;
        this.clients = clients;
        this.grants = grants;
        this.createToken = createToken;
        this.clock = clock;
        this.randomness = randomness;
    }

    void complete() {
        Service service = service();
        DemoSettings.clients().forEach(this::complete);
        GrantKey pair = new GrantKey(service.id(), DemoSettings.FAPI_CLIENT, DemoSettings.USER);
        for (int tokens = grants.countTokens(pair); tokens < DemoSettings.TOKENS; tokens++) {
            createToken.handle(token(service));
        }
    }

    private Service service() {
        if (services.find(DemoSettings.SERVICE).isEmpty()) {
            services.add(newService().created());
        }
        return services.find(DemoSettings.SERVICE)
                .orElseThrow(() -> new StartupRefused("The demo's service was deleted, and its number is never used"
                        + " again: start the demo with another database or data directory."));
    }

    private void complete(DemoClient client) {
        if (clients.find(DemoSettings.SERVICE, client.id()).isEmpty()) {
            clients.add(newClient(client).created());
        }
    }

    private Service newService() {
        Instant now = clock.now();
        return new Service(
                DemoSettings.SERVICE,
                1,
                DemoSettings.SERVICE_SECRET,
                new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(KEY_BYTES))),
                DemoSettings.service(),
                now,
                now,
                Version.FIRST);
    }

    private Client newClient(DemoClient client) {
        Instant now = clock.now();
        return new Client(
                client.id(),
                DemoSettings.SERVICE,
                client.number(),
                DemoSettings.CLIENT_SECRET,
                client.settings(),
                false,
                new Generation(randomness.bits()),
                now,
                now,
                Version.FIRST);
    }

    private static CreateToken.Command token(Service service) {
        return new CreateToken.Command(
                ClientIdentifier.of(DemoSettings.FAPI_CLIENT),
                new TokenCreation(
                        service,
                        GrantType.AUTHORIZATION_CODE,
                        DemoSettings.USER,
                        ScopeSet.of("read", "write"),
                        TokenWish.NONE,
                        Properties.NONE,
                        TokenDetails.NONE));
    }
}
