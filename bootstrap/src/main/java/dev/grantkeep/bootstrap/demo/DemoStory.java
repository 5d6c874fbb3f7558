package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the story in the browser is played with: a service with a ready front, whose provider keeps photos, and two
 * applications that print them.
 */
final class DemoStory {
    static final ServiceId SERVICE = new ServiceId(10_000_000_000_002L);
    static final Secret SERVICE_SECRET = new Secret("demo-story-secret");
    static final Secret CLIENT_SECRET = new Secret("demo-story-client-secret");
    static final ClientId PRINTER = new ClientId(10_000_000_000_201L);
    static final ClientId ALBUM = new ClientId(10_000_000_000_202L);

    static final ClientId FRAME = new ClientId(10_000_000_000_203L);

    /** What the scopes are called on the pages. */
    static final Map<String, String> SCOPES = scopes();

    private DemoStory() {}

    /** @param base where the demo is, as {@code http://127.0.0.1:8080} */
    static ServiceSettings service(URI base, String jwks) {
        Map<String, Object> members = new HashMap<>();
        members.put("serviceName", "Demo photos");
        members.put("issuer", issuer(base));
        members.put("jwks", jwks);
        members.put(
                "supportedScopes",
                List.of(
                        Map.of("name", "openid"),
                        lasting("read", 3_600, "See your photos"),
                        lasting("write", 600, "Change and delete your photos")));
        members.put(
                "supportedGrantTypes",
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.DEVICE_CODE));
        members.put("deviceVerificationUri", base + DemoPages.DEVICE);
        members.put("deviceVerificationUriComplete", base + DemoPages.DEVICE + "?user_code=USER_CODE");
        members.put("supportedResponseTypes", List.of(ResponseType.CODE));
        members.put("supportedTokenAuthMethods", List.of(ClientAuthMethod.CLIENT_SECRET_BASIC));
        members.put("accessTokenDuration", 86_400);
        members.put("refreshTokenDuration", 864_000);
        members.put(
                "attributes",
                List.of(
                        Map.of("key", FrontPolicy.ENABLED, "value", "true"),
                        Map.of("key", FrontPolicy.LOGIN_URI, "value", base + DemoPages.LOGIN)));
        return ServiceMembers.settings(ServiceMembers.table().complete(Members.of(members)));
    }

    static String issuer(URI base) {
        return base + "/oauth/" + SERVICE;
    }

    /** @param others members over those that both applications have */
    static ClientSettings client(URI base, String name, Map<String, Object> others) {
        Map<String, Object> members = new HashMap<>(others);
        members.put("clientName", name);
        members.put("clientType", ClientType.CONFIDENTIAL);
        members.put("tokenAuthMethod", ClientAuthMethod.CLIENT_SECRET_BASIC);
        members.put("redirectUris", List.of(base + DemoPages.CALLBACK));
        members.put("responseTypes", List.of(ResponseType.CODE));
        members.put("grantTypes", List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        members.put("pkceRequired", true);
        return ClientMembers.settings(ClientMembers.table().complete(Members.of(members)));
    }

    /** The device, which has no browser to be sent back to. */
    static ClientSettings frame() {
        return ClientMembers.settings(ClientMembers.table()
                .complete(Members.of(Map.of(
                        "clientName",
                        "Photo Frame",
                        "clientType",
                        ClientType.CONFIDENTIAL,
                        "tokenAuthMethod",
                        ClientAuthMethod.CLIENT_SECRET_BASIC,
                        "grantTypes",
                        List.of(GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN)))));
    }

    private static Map<String, Object> lasting(String name, long seconds, String description) {
        return Map.of(
                "name",
                name,
                "description",
                description,
                "attributes",
                List.of(Map.of("key", TokenKind.ACCESS.scopeAttribute(), "value", Long.toString(seconds))));
    }

    private static Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("read", "See your photos");
        scopes.put("write", "Change and delete your photos");
        return scopes;
    }
}
