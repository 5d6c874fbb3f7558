package dev.grantkeep.bootstrap.stateful;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Services and clients, whose every update replaces what can be edited. */
final class SettingsRules {
    private static final List<String> SERVICE_FLAGS = List.of(
            "refreshTokenKept",
            "refreshTokenDurationKept",
            "refreshTokenDurationReset",
            "refreshTokenIdempotent",
            "tokenExpirationLinked",
            "singleAccessTokenPerSubject",
            "scopeRequired",
            "pkceRequired");

    private final Model model;

    SettingsRules(Model model) {
        this.model = model;
    }

    Expected service() {
        ModelSettings settings = model.settings;
        Expected expected = Expected.status(200)
                .is("apiKey", model.key)
                .is("apiSecret", model.secret)
                .is("serviceName", settings.body().get("serviceName"))
                .is("issuer", settings.body().get("issuer"))
                .names("supportedGrantTypes", settings.grantTypes())
                .names("supportedResponseTypes", settings.responseTypes())
                .names("supportedTokenAuthMethods", settings.authMethods())
                .number("accessTokenDuration", Bodies.number(settings.body(), "accessTokenDuration"))
                .number("refreshTokenDuration", Bodies.number(settings.body(), "refreshTokenDuration"))
                .number("authorizationCodeDuration", Bodies.number(settings.body(), "authorizationCodeDuration"))
                .check(reply -> {
                    Set<String> told = new TreeSet<>();
                    reply.objects("supportedScopes")
                            .forEach(scope -> told.add(scope.get("name").getAsString()));
                    return told.equals(settings.scopes()) ? null : "scopes are " + told;
                });
        SERVICE_FLAGS.forEach(flag -> expected.flag(flag, settings.flag(flag)));
        return expected;
    }

    /** The rule for durations stays until another is named. */
    Expected updateService(Map<String, Object> body) {
        model.settings = new ModelSettings(body, model.settings.isShortest());
        return service();
    }

    Expected create(Map<String, Object> body) {
        ModelClient client = new ModelClient(body, model.now);
        return shown(client).learn(reply -> {
            client.id = Long.parseLong(reply.value("clientId"));
            client.secret = reply.value("clientSecret");
            model.clients.add(client);
        });
    }

    Expected get(ModelClient client) {
        return client.deleted
                ? Expected.status(404)
                : shown(client)
                        .is("clientId", client.id)
                        .is("clientSecret", client.secret)
                        .flag("locked", client.locked);
    }

    Expected update(ModelClient client, Map<String, Object> body) {
        if (!client.deleted) {
            client.body = body;
        }
        return get(client);
    }

    Expected delete(ModelClient client) {
        if (client.deleted) {
            return Expected.status(404);
        }
        client.deleted = true;
        model.codes.stream().filter(code -> code.client() == client).forEach(code -> code.ended = true);
        model.consents.removeIf(consent -> consent.client == client);
        return Expected.status(204);
    }

    Expected lock(ModelClient client, boolean on) {
        if (client.deleted) {
            return Expected.status(404);
        }
        client.locked = on;
        return Expected.status(200);
    }

    Expected newSecret(ModelClient client) {
        return client.deleted
                ? Expected.status(404)
                : Expected.status(200).is("oldClientSecret", client.secret).learn(reply -> {
                    client.formerSecret = client.secret;
                    client.secret = reply.value("newClientSecret");
                });
    }

    Expected list(@Nullable String developer, int start, int end) {
        return GrantRules.page(
                model.clients.stream()
                        .filter(client -> !client.deleted)
                        .filter(client -> developer == null || developer.equals(client.developer()))
                        .sorted(Comparator.comparingLong(client -> client.createdAt))
                        .toList(),
                start,
                end);
    }

    Expected requestable(ModelClient client) {
        return client.deleted ? Expected.status(404) : told(client);
    }

    /** Null takes the restriction away. */
    Expected restrict(ModelClient client, @Nullable List<String> scopes) {
        if (client.deleted) {
            return Expected.status(404);
        }
        Map<String, Object> extension = new LinkedHashMap<>(Bodies.object(client.body, "extension"));
        extension.remove("requestableScopes");
        extension.put("requestableScopesEnabled", scopes != null);
        if (scopes != null) {
            Set<String> supported = new TreeSet<>(scopes);
            supported.retainAll(model.settings.scopes());
            extension.put("requestableScopes", List.copyOf(supported));
        }
        client.body = new LinkedHashMap<>(client.body);
        client.body.put("extension", extension);
        return told(client);
    }

    private Expected told(ModelClient client) {
        Set<String> requestable = client.requestable();
        return requestable == null
                ? Expected.status(200).is("requestableScopes", null)
                : Expected.status(200).names("requestableScopes", requestable);
    }

    private static Expected shown(ModelClient client) {
        Set<String> requestable = client.requestable();
        return Expected.status(200)
                .is("developer", client.developer())
                .is("clientName", client.body.get("clientName"))
                .is("clientType", client.isPublic() ? "PUBLIC" : "CONFIDENTIAL")
                .is("tokenAuthMethod", client.method())
                .names("redirectUris", client.redirectUris())
                .names("grantTypes", client.grantTypes())
                .names("responseTypes", client.responseTypes())
                .flag("singleAccessTokenPerSubject", client.flag("singleAccessTokenPerSubject"))
                .flag("pkceRequired", client.flag("pkceRequired"))
                .number("extension.accessTokenDuration", client.duration("accessTokenDuration"))
                .number("extension.refreshTokenDuration", client.duration("refreshTokenDuration"))
                .flag("extension.requestableScopesEnabled", requestable != null)
                .names("extension.requestableScopes", requestable == null ? Set.of() : requestable);
    }
}
