package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Object> members = Map.of(
                "serviceName",
                "Demo",
                "supportedScopes",
                List.of(lasting("read", 3_600), lasting("write", 600), scope("payment"), scope("openid")),
                "supportedGrantTypes",
                List.of(GrantType.values()),
                "supportedResponseTypes",
                List.of(ResponseType.values()),
                "supportedTokenAuthMethods",
                List.of(
                        ClientAuthMethod.NONE,
                        ClientAuthMethod.CLIENT_SECRET_BASIC,
                        ClientAuthMethod.CLIENT_SECRET_POST),
                "accessTokenDuration",
                86_400,
                "refreshTokenDuration",
                864_000,
                "idTokenDuration",
                86_400,
                "clientIdAliasEnabled",
                false);
        return ServiceMembers.settings(ServiceMembers.table().complete(Members.of(members)));
    }

    static List<DemoClient> clients() {
        return List.of(
                new DemoClient(CLIENT_1, 1, client("Client 1", Map.of())),
                new DemoClient(
                        CLIENT_2, 2, client("Client 2", Map.of("extension", Map.of("accessTokenDuration", 3_000)))),
                new DemoClient(FAPI_CLIENT, 3, client("FAPI Client", Map.of("developer", FAPI_DEVELOPER))));
    }

    private static Map<String, Object> scope(String name) {
        return Map.of("name", name);
    }

    private static Map<String, Object> lasting(String name, long seconds) {
        Map<String, String> attribute =
                Map.of("key", TokenKind.ACCESS.scopeAttribute(), "value", Long.toString(seconds));
        return Map.of("name", name, "attributes", List.of(attribute));
    }

    private static ClientSettings client(String name, Map<String, Object> others) {
        Map<String, Object> members = new HashMap<>(others);
        members.put("clientName", name);
        members.put("clientIdAliasEnabled", false);
        members.put("clientType", ClientType.CONFIDENTIAL);
        members.put("tokenAuthMethod", ClientAuthMethod.CLIENT_SECRET_BASIC);
        members.put("redirectUris", List.of(REDIRECT_URI.value()));
        members.put("responseTypes", List.of(ResponseType.values()));
        members.put("grantTypes", List.of(GrantType.values()));
        return ClientMembers.settings(ClientMembers.table().complete(Members.of(members)));
    }
}
