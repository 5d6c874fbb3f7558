package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A realm that Keycloak has exported, in one file or with its users in files of their own: OpenID Connect clients, the
 * client scopes that they use, and what users have consented to. Sessions and tokens are not exported; users, roles, groups
 * and mappers are the business of whoever has the users now.
 */
final class Keycloak implements Export {
    /** Keycloak's own consoles and services, which are nothing without it. */
    private static final Set<String> OWN =
            Set.of("account", "account-console", "admin-cli", "broker", "realm-management", "security-admin-console");

    private static final Map<String, String> METHODS = Map.of(
            "client-secret", "CLIENT_SECRET_BASIC",
            "client-secret-jwt", "CLIENT_SECRET_JWT",
            "client-jwt", "PRIVATE_KEY_JWT");

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public void read(Members top, Findings into) {
        if (top.text("realm") == null) {
            throw new IllegalArgumentException("is no realm as Keycloak exports it");
        }
        top.objects("clients").forEach(client -> client(client, into));
        top.objects("users").forEach(user -> user(user, into));
        for (String left : List.of("roles", "groups", "identityProviders", "authenticationFlows", "components")) {
            Object value = top.get(left);
            if (value != null && Taking.saysSomething(value)) {
                into.without("The realm's " + left, String.valueOf(top.text("realm")));
            }
        }
    }

    private void client(Members client, Findings into) {
        String id = String.valueOf(client.text("clientId"));
        if (OWN.contains(id)) {
            into.without("A client of Keycloak's own", id);
        } else if (!"openid-connect"
                .equals(client.get("protocol") == null ? "openid-connect" : client.text("protocol"))) {
            into.without("A client of the protocol " + client.text("protocol"), id);
        } else if (client.flag("bearerOnly")) {
            into.without("A client that only takes tokens (bearerOnly)", id);
        } else {
            openId(id, client, into);
        }
    }

    private void openId(String id, Members client, Findings into) {
        boolean isPublic = client.flag("publicClient");
        Members attributes = client.object("attributes");
        String method = isPublic
                ? "NONE"
                : METHODS.getOrDefault(String.valueOf(client.text("clientAuthenticatorType")), "CLIENT_SECRET_BASIC");
        Taking taking = new Taking(client)
                .put("clientIdAlias", id)
                .as("name", "clientName")
                .as("description", "description")
                .as("baseUrl", "clientUri")
                .put("clientType", isPublic ? "PUBLIC" : "CONFIDENTIAL")
                .put("tokenAuthMethod", method)
                .put("grantTypes", grantTypes(client, attributes))
                .put("responseTypes", responseTypes(client))
                .put("redirectUris", redirectUris(id, client, into))
                .put("extension", extension(id, client, attributes, into))
                .ignore("id", "clientId", "protocol", "publicClient", "bearerOnly", "clientAuthenticatorType", "secret")
                .ignore("redirectUris", "rootUrl", "standardFlowEnabled", "implicitFlowEnabled", "enabled", "access")
                .ignore("directAccessGrantsEnabled", "serviceAccountsEnabled", "attributes", "defaultClientScopes")
                .ignore("optionalClientScopes", "surrogateAuthRequired", "alwaysDisplayInConsole", "notBefore")
                .ignore("nodeReRegistrationTimeout", "fullScopeAllowed", "consentRequired");
        attributes(id, attributes, taking, into);
        taking.tellRest(id, into);
        into.clients.add(new FoundClient(
                id,
                taking.made(),
                GivenSecret.of(client.text("secret")),
                ClientMethods.showsSecret(method, null),
                client.get("enabled") != null && !client.flag("enabled")));
    }

    private static List<String> grantTypes(Members client, Members attributes) {
        List<String> types = new ArrayList<>();
        add(
                types,
                "AUTHORIZATION_CODE",
                client.get("standardFlowEnabled") == null || client.flag("standardFlowEnabled"));
        add(types, "IMPLICIT", client.flag("implicitFlowEnabled"));
        add(types, "PASSWORD", client.flag("directAccessGrantsEnabled"));
        add(types, "CLIENT_CREDENTIALS", client.flag("serviceAccountsEnabled"));
        add(types, "DEVICE_CODE", "true".equals(attributes.text("oauth2.device.authorization.grant.enabled")));
        add(types, "REFRESH_TOKEN", !"false".equals(attributes.text("use.refresh.tokens")));
        return types;
    }

    private static List<String> responseTypes(Members client) {
        List<String> types = new ArrayList<>();
        add(types, "CODE", client.get("standardFlowEnabled") == null || client.flag("standardFlowEnabled"));
        if (client.flag("implicitFlowEnabled")) {
            types.addAll(List.of("TOKEN", "ID_TOKEN", "ID_TOKEN_TOKEN"));
        }
        return types;
    }

    private static void add(List<String> to, String what, boolean isWanted) {
        if (isWanted) {
            to.add(what);
        }
    }

    /** A pattern that stands for many addresses is none that can be registered. */
    private static List<String> redirectUris(String id, Members client, Findings into) {
        String root = client.text("rootUrl");
        List<String> whole = new ArrayList<>();
        for (String uri : client.texts("redirectUris")) {
            String absolute = uri.startsWith("/") && root != null ? root.replaceFirst("/+$", "") + uri : uri;
            if (absolute.contains("*") || absolute.startsWith("/") || absolute.equals("+")) {
                into.without("The redirect URI " + uri, id);
            } else {
                whole.add(absolute);
            }
        }
        return whole;
    }

    private static Map<String, Object> extension(String id, Members client, Members attributes, Findings into) {
        Set<String> scopes = new LinkedHashSet<>(List.of("openid"));
        scopes.addAll(client.texts("defaultClientScopes"));
        scopes.addAll(client.texts("optionalClientScopes"));
        into.scopes.addAll(scopes);
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("requestableScopesEnabled", true);
        extension.put("requestableScopes", List.copyOf(scopes));
        long life = seconds(attributes.text("access.token.lifespan"));
        if (life > 0) {
            extension.put("accessTokenDuration", life);
        }
        return extension;
    }

    private static long seconds(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    private static void attributes(String id, Members attributes, Taking into, Findings findings) {
        Taking taking = new Taking(attributes)
                .as("logoUri", "logoUri")
                .as("policyUri", "policyUri")
                .as("tosUri", "tosUri")
                .asName("id.token.signed.response.alg", "idTokenSignAlg")
                .asName("user.info.response.signature.alg", "userInfoSignAlg")
                .ignore("access.token.lifespan", "oauth2.device.authorization.grant.enabled", "use.refresh.tokens")
                .ignore("client.secret.creation.time", "realm_client", "display.on.consent.screen", "use.jwks.url")
                .ignore("pkce.code.challenge.method", "require.pushed.authorization.requests", "jwks.url");
        if ("true".equals(attributes.text("use.jwks.url"))) {
            taking.put("jwksUri", attributes.text("jwks.url"));
        }
        if (attributes.text("pkce.code.challenge.method") != null) {
            taking.put("pkceRequired", true)
                    .put("pkceS256Required", "S256".equals(attributes.text("pkce.code.challenge.method")));
        }
        if ("true".equals(attributes.text("require.pushed.authorization.requests"))) {
            taking.put("parRequired", true);
        }
        taking.made().forEach(into::put);
        attributes.tree().forEach((name, value) -> {
            if (!"false".equals(value) && !taking.has(name) && Taking.saysSomething(value)) {
                findings.without("The attribute " + name, id);
            }
        });
    }

    private static void user(Members user, Findings into) {
        String subject = String.valueOf(user.text("id"));
        for (Members consent : user.objects("clientConsents")) {
            List<String> scopes = consent.texts("grantedClientScopes");
            into.scopes.addAll(scopes);
            into.consents.add(new FoundConsent(String.valueOf(consent.text("clientId")), subject, scopes));
        }
    }
}
