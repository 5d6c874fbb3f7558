package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.domain.client.ApplicationType;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.common.Attributes;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.service.AuthorizationPolicy;
import dev.grantkeep.domain.service.Capabilities;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the demo holds: the service, clients and user of the articles on token durations and authorizations. */
final class DemoSettings {
    static final ServiceId SERVICE = new ServiceId(10_000_000_000_001L);
    static final Secret SERVICE_SECRET = new Secret("demo-secret");
    static final Secret CLIENT_SECRET = new Secret("demo-client-secret");
    static final ClientId CLIENT_1 = new ClientId(10_000_000_000_101L);
    static final ClientId CLIENT_2 = new ClientId(10_000_000_000_102L);
    static final ClientId FAPI_CLIENT = new ClientId(17_566_160_603_766L);
    static final Subject USER = new Subject("testuser01");
    static final int TOKENS = 4;

    private static final String FAPI_DEVELOPER = "authlete_14500880170338";
    private static final RedirectUri REDIRECT_URI = new RedirectUri("https://client.example.org/cb/example.com");

    /** One client of the demo. */
    record DemoClient(ClientId id, int number, ClientSettings settings) {}

    private DemoSettings() {}

    /** It has no issuer, so that its responses carry no {@code iss} and look as in the articles. */
    static ServiceSettings service() {
        ServiceSettings empty = ServiceSettings.EMPTY;
        return new ServiceSettings(
                "Demo",
                null,
                empty.accessTokenType(),
                scopes(),
                new Capabilities(
                        List.of(GrantType.values()),
                        List.of(ResponseType.values()),
                        List.of(
                                ClientAuthMethod.NONE,
                                ClientAuthMethod.CLIENT_SECRET_BASIC,
                                ClientAuthMethod.CLIENT_SECRET_POST)),
                Durations.ofSeconds(86_400, 864_000, 86_400),
                empty.codeDuration(),
                RefreshPolicy.DEFAULT,
                AuthorizationPolicy.DEFAULT,
                ErrorPolicy.DEFAULT,
                false,
                false,
                0,
                Set.of(),
                Attributes.NONE,
                OpaqueMembers.NONE);
    }

    static List<DemoClient> clients() {
        return List.of(
                new DemoClient(CLIENT_1, 1, client("Client 1", null, Durations.UNSET)),
                new DemoClient(CLIENT_2, 2, client("Client 2", null, Durations.ofSeconds(3_000, 0, 0))),
                new DemoClient(FAPI_CLIENT, 3, client("FAPI Client", FAPI_DEVELOPER, Durations.UNSET)));
    }

    private static ScopeCatalog scopes() {
        return new ScopeCatalog(
                List.of(lasting("read", 3_600), lasting("write", 600), Scope.named("payment"), Scope.named("openid")));
    }

    private static Scope lasting(String name, long seconds) {
        return Scope.named(name).with(Attributes.of(TokenKind.ACCESS.scopeAttribute(), Long.toString(seconds)));
    }

    private static ClientSettings client(String name, @Nullable String developer, Durations durations) {
        ClientSettings empty = ClientSettings.EMPTY;
        return new ClientSettings(
                developer,
                null,
                false,
                ClientType.CONFIDENTIAL,
                ApplicationType.WEB,
                name,
                List.of(REDIRECT_URI),
                List.of(ResponseType.values()),
                List.of(GrantType.values()),
                ClientAuthMethod.CLIENT_SECRET_BASIC,
                durations,
                empty.requestableScopes(),
                0,
                false,
                false,
                false,
                Set.of(),
                Attributes.NONE,
                OpaqueMembers.NONE);
    }
}
