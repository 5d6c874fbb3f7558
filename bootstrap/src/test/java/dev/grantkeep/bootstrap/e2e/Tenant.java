package dev.grantkeep.bootstrap.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of one test's own.
 *
 * @param owner the API as the owner of all services uses it
 * @param api the API as this service's authorization server uses it
 */
record Tenant(Api owner, long id, String secret, Api api) {
    static final String ISSUER = "https://as.example.com";

    /**
     * Creates a service that supports what Grantkeep does, with the scopes read, write, payment and openid.
     *
     * @param settings names and values in turn, over those that are usual here
     */
    static Tenant create(Api owner, Object... settings) {
        Map<String, Object> members = usual();
        members.putAll(Json.map(settings));
        Answer created =
                owner.postJson("/api/service/create", Json.text(members)).ok();
        long id = created.number("apiKey");
        String secret = created.text("apiSecret");
        String credentials = owner.dialect().credentials(Long.toString(id), secret);
        return new Tenant(owner, id, secret, new Api(owner.base(), owner.dialect(), id, credentials));
    }

    private static Map<String, Object> usual() {
        return Json.map(
                "serviceName",
                "A service",
                "issuer",
                ISSUER,
                "supportedGrantTypes",
                List.of("AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"),
                "supportedResponseTypes",
                List.of("NONE", "CODE", "TOKEN"),
                "supportedTokenAuthMethods",
                List.of("NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"),
                "supportedScopes",
                List.of(scope("read"), scope("write"), scope("payment"), scope("openid")),
                "accessTokenDuration",
                86_400,
                "refreshTokenDuration",
                864_000);
    }

    static Map<String, Object> scope(String name) {
        return Json.map("name", name);
    }

    /** A scope with a duration of access tokens, in seconds. */
    static Map<String, Object> scope(String name, long accessTokenDuration) {
        return scope(name, "access_token.duration", Long.toString(accessTokenDuration));
    }

    static Map<String, Object> scope(String name, String attribute, String value) {
        return Json.map("name", name, "attributes", List.of(Json.map("key", attribute, "value", value)));
    }

    /** A confidential client with all grant types; see {@link OAuthClient#create}. */
    OAuthClient client(Object... settings) {
        return OAuthClient.create(this, settings);
    }

    /** Changes some settings and keeps the others. */
    void change(Object... settings) {
        Answer current = owner.get(api.dialect().servicePath("get", id)).ok();
        Map<String, Object> members = members(current);
        members.putAll(Json.map(settings));
        owner.postJson(api.dialect().servicePath("update", id), Json.text(members))
                .ok();
    }

    static Map<String, Object> members(Answer entity) {
        Map<String, Object> members = new LinkedHashMap<>();
        entity.json().entrySet().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.remove("type");
        return members;
    }

    Answer introspect(String accessToken) {
        return api.post("auth/introspection", "token", accessToken);
    }

    boolean works(String accessToken) {
        return introspect(accessToken).text("action").equals("OK");
    }

    List<String> scopesOf(String accessToken) {
        return introspect(accessToken).does("OK").texts("scopes");
    }

    List<Long> clientsOf(String subject) {
        Answer list = api.get("client/authorization/get/list/" + subject).ok();
        return list.has("clients")
                ? list.objects("clients").stream()
                        .map(client -> client.get("clientId").getAsLong())
                        .toList()
                : List.of();
    }

    /** Stored token records, expired ones included. */
    long stored() {
        return api.get("auth/token/get/list").ok().number("totalCount");
    }
}
