package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.UpdateClient;
import dev.grantkeep.application.port.in.service.UpdateService;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.bootstrap.demo.DemoSettings.DemoClient;
import dev.grantkeep.bootstrap.start.StartupRefused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenCreation;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Makes what is missing of the demo's data, and leaves alone what is there. */
@Singleton
@Requires(env = "demo")
final class DemoData {
    private static final int KEY_BYTES = 32;

    /** How long the tokens of the story's second application live at first, in seconds. */
    private static final long ALBUM_SECONDS = 3_000;

    private final ServiceStore services;
    private final ClientStore clients;
    private final GrantStore grants;
    private final CreateToken createToken;
    private final UpdateService updateService;
    private final UpdateClient updateClient;
    private final Clock clock;
    private final Randomness randomness;

    DemoData(
            ServiceStore services,
            ClientStore clients,
            GrantStore grants,
            CreateToken createToken,
            UpdateService updateService,
            UpdateClient updateClient,
            Clock clock,
            Randomness randomness) {
        this.services = services;
        this.clients = clients;
        this.grants = grants;
        this.createToken = createToken;
        this.updateService = updateService;
        this.updateClient = updateClient;
        this.clock = clock;
        this.randomness = randomness;
    }

    /** @param base where the demo is */
    void complete(URI base) {
        completeStory(base);
        Service service = service();
        DemoSettings.clients().forEach(this::complete);
        GrantKey pair = new GrantKey(service.id(), DemoSettings.FAPI_CLIENT, DemoSettings.USER);
        for (int tokens = grants.countTokens(pair); tokens < DemoSettings.TOKENS; tokens++) {
            createToken.handle(token(service));
        }
    }

    /** The address may be another one than at the last start; everything else is left as it is. */
    private void completeStory(URI base) {
        Service found = services.find(DemoStory.SERVICE).orElse(null);
        if (found == null) {
            Service made =
                    newService(DemoStory.SERVICE, 2, DemoStory.SERVICE_SECRET, DemoStory.service(base, DemoKey.jwks()));
            services.add(made.created());
            added(DemoStory.SERVICE);
        } else if (!isThere(found, base)) {
            moved(found, base);
        }
        completeStory(base, DemoStory.PRINTER, 1, "Photo Printer", Map.of());
        completeStory(
                base,
                DemoStory.ALBUM,
                2,
                "Photo Album",
                Map.of("extension", Map.of("accessTokenDuration", ALBUM_SECONDS)));
        if (clients.find(DemoStory.SERVICE, DemoStory.FRAME).isEmpty()) {
            clients.add(newClient(DemoStory.SERVICE, DemoStory.FRAME, 3, DemoStory.CLIENT_SECRET, DemoStory.frame())
                    .created());
        }
    }

    /** Whether the service has the addresses of this start, and those of devices. */
    private static boolean isThere(Service found, URI base) {
        return DemoStory.issuer(base).equals(found.settings().issuer())
                && found.settings().device().verificationUri() != null;
    }

    private void moved(Service found, URI base) {
        Members there = DemoStory.service(
                        base, Objects.requireNonNull(found.settings().jwks()))
                .members();
        updateService.handle(new UpdateService.Command(
                DemoStory.SERVICE,
                service -> ServiceMembers.settings(service.settings()
                        .members()
                        .with("issuer", there.get("issuer"))
                        .with("attributes", there.get("attributes"))
                        .with("supportedGrantTypes", there.get("supportedGrantTypes"))
                        .with("deviceVerificationUri", there.get("deviceVerificationUri"))
                        .with("deviceVerificationUriComplete", there.get("deviceVerificationUriComplete")))));
    }

    private void completeStory(URI base, ClientId id, int number, String name, Map<String, Object> others) {
        ClientSettings settings = DemoStory.client(base, name, others);
        Client found = clients.find(DemoStory.SERVICE, id).orElse(null);
        if (found == null) {
            clients.add(newClient(DemoStory.SERVICE, id, number, DemoStory.CLIENT_SECRET, settings)
                    .created());
        } else {
            List<String> there = settings.members().texts("redirectUris");
            if (!there.equals(found.settings().members().texts("redirectUris"))) {
                change(id, members -> members.with("redirectUris", there));
            }
        }
    }

    /** Gives the story's service, and its second application, other durations of access tokens, in seconds. */
    void lasting(long ofService, long ofAlbum) {
        updateService.handle(new UpdateService.Command(
                DemoStory.SERVICE,
                service ->
                        ServiceMembers.settings(service.settings().members().with("accessTokenDuration", ofService))));
        change(
                DemoStory.ALBUM,
                members -> members.with(
                        "extension",
                        members.object("extension")
                                .with("accessTokenDuration", ofAlbum)
                                .tree()));
    }

    private Service service() {
        if (services.find(DemoSettings.SERVICE).isEmpty()) {
            services.add(newService(DemoSettings.SERVICE, 1, DemoSettings.SERVICE_SECRET, DemoSettings.service())
                    .created());
        }
        return added(DemoSettings.SERVICE);
    }

    private Service added(ServiceId id) {
        return services.find(id)
                .orElseThrow(() -> new StartupRefused("The demo's service was deleted, and its number is never used"
                        + " again: start the demo with another database or data directory."));
    }

    private void complete(DemoClient client) {
        if (clients.find(DemoSettings.SERVICE, client.id()).isEmpty()) {
            clients.add(newClient(
                            DemoSettings.SERVICE,
                            client.id(),
                            client.number(),
                            DemoSettings.CLIENT_SECRET,
                            client.settings())
                    .created());
        }
    }

    private Service newService(ServiceId id, int number, Secret secret, ServiceSettings settings) {
        Instant now = clock.now();
        return new Service(
                id,
                number,
                secret,
                new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(KEY_BYTES))),
                settings,
                now,
                now,
                Version.FIRST);
    }

    private Client newClient(ServiceId service, ClientId id, int number, Secret secret, ClientSettings settings) {
        Instant now = clock.now();
        return new Client(
                id,
                service,
                number,
                secret,
                settings,
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

    private void change(ClientId id, UnaryOperator<Members> change) {
        updateClient.handle(new UpdateClient.Command(
                added(DemoStory.SERVICE),
                ClientIdentifier.of(id),
                client -> ClientMembers.settings(change.apply(client.settings().members()))));
    }
}
