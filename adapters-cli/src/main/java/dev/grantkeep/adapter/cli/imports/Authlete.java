package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the Authlete Web API: {@code service/get/list}, {@code client/get/list} and {@code auth/token/get/list}.
 * Their members are Grantkeep's. A client that has an alias keeps it, as Grantkeep gives ids itself; another one has its
 * id as alias.
 */
final class Authlete implements Export {
    private static final String RULE = "grantkeep.duration_rule";

    private final String rule;

    /** Names by the ids of clients, as tokens know these. */
    private final Map<Long, String> names = new HashMap<>();

    private final List<Members> tokens = new ArrayList<>();

    /**
     * @param rule which of several durations counts, where a service does not say it
     */
    Authlete(String rule) {
        this.rule = rule;
    }

    @Override
    public String name() {
        return "authlete";
    }

    @Override
    public void read(Members top, Findings into) {
        if (top.get("services") instanceof List<?>) {
            top.objects("services").forEach(service -> service(service, into));
        } else if (top.get("clients") instanceof List<?>) {
            oneService(top.objects("clients"));
            top.objects("clients").forEach(client -> client(client, into));
        } else if (top.get("accessTokens") instanceof List<?>) {
            tokens.addAll(top.objects("accessTokens"));
        } else if (!top.tree().containsKey("totalCount")) {
            throw new IllegalArgumentException(
                    "is none of the lists of services, clients or tokens that Authlete's API gives");
        }
    }

    @Override
    public void finish(Findings into) {
        tokens(into);
    }

    private void service(Members service, Findings into) {
        String id = Long.toString(service.whole("apiKey"));
        boolean says = service.objects("attributes").stream().anyMatch(pair -> RULE.equals(pair.text("key")));
        into.services.add(new FoundTenant(id, says ? service.tree() : withRule(service)));
    }

    private Map<String, Object> withRule(Members service) {
        List<Object> attributes = new ArrayList<>();
        service.objects("attributes").forEach(pair -> attributes.add(pair.tree()));
        attributes.add(Map.of("key", RULE, "value", rule));
        return service.with("attributes", attributes).tree();
    }

    private static void oneService(List<Members> clients) {
        if (clients.stream()
                        .map(client -> client.whole("serviceNumber"))
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("has clients of several services: import those of one at a time");
        }
    }

    private void client(Members client, Findings into) {
        long id = client.whole("clientId");
        String alias = client.flag("clientIdAliasEnabled") ? client.text("clientIdAlias") : null;
        String name = alias == null || alias.isEmpty() ? Long.toString(id) : alias;
        if (!name.equals(Long.toString(id))) {
            into.without("The id beside the alias", Long.toString(id));
        }
        names.put(id, name);
        into.clients.add(new FoundClient(
                name,
                client.with("clientIdAlias", name)
                        .with("clientIdAliasEnabled", true)
                        .tree(),
                GivenSecret.of(client.text("clientSecret")),
                ClientMethods.showsSecret(client.text("tokenAuthMethod"), client.text("clientType")),
                client.flag("locked")));
    }

    private void tokens(Findings into) {
        Map<FoundConsent, Set<String>> consents = new LinkedHashMap<>();
        for (Members token : tokens) {
            FoundToken found = token(token);
            into.tokens.add(found);
            if (found.subject() != null && isConsent(found.grantType())) {
                consents.computeIfAbsent(
                                new FoundConsent(found.client(), found.subject(), List.of()),
                                pair -> new LinkedHashSet<>())
                        .addAll(found.scopes());
            }
        }
        consents.forEach((pair, scopes) ->
                into.consents.add(new FoundConsent(pair.client(), pair.subject(), List.copyOf(scopes))));
    }

    private FoundToken token(Members token) {
        long client = token.whole("clientId");
        long refreshEnds = token.whole("refreshTokenExpiresAt");
        return new FoundToken(
                names.getOrDefault(client, Long.toString(client)),
                token.text("subject"),
                token.texts("scopes"),
                String.valueOf(token.text("grantType")),
                value(token.text("accessToken")),
                Instant.ofEpochMilli(token.whole("accessTokenExpiresAt")),
                value(token.text("refreshToken")),
                refreshEnds == 0 ? null : Instant.ofEpochMilli(refreshEnds));
    }

    private static boolean isConsent(String grantType) {
        return grantType.equals("AUTHORIZATION_CODE")
                || grantType.equals("IMPLICIT")
                || grantType.equals("DEVICE_CODE");
    }

    private static @Nullable Secret value(@Nullable String text) {
        return text == null || !Secret.isValid(text) || text.contains("**") ? null : new Secret(text);
    }
}
