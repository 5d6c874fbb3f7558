package dev.grantkeep.bootstrap.stateful;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The token endpoint. */
final class TokenEndpointRules {
    private final Model model;

    TokenEndpointRules(Model model) {
        this.model = model;
    }

    /**
     * Who asks, and for how long.
     *
     * @param rightSecret whether it shows the secret that it has now
     * @param accessSeconds 0 for what the settings say; likewise the other
     */
    record Asking(ModelClient client, boolean rightSecret, long accessSeconds, long refreshSeconds) {}

    /** Why the client cannot use the grant type. */
    private Optional<Expected> refusal(Asking asking, String grantType) {
        Optional<Expected> unknown = authentication(asking);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (!model.settings.grantTypes().contains(grantType)) {
            return Optional.of(Expected.refused("BAD_REQUEST", "unsupported_grant_type"));
        }
        return asking.client().grantTypes().contains(grantType)
                ? Optional.empty()
                : Optional.of(Expected.refused("BAD_REQUEST", "unauthorized_client"));
    }

    /** Why the client is not who it says. */
    Optional<Expected> authentication(Asking asking) {
        ModelClient client = asking.client();
        boolean known = !client.deleted && model.settings.authMethods().contains(client.method());
        if (!known || (!client.method().equals("NONE") && !asking.rightSecret())) {
            return Optional.of(Expected.refused("INVALID_CLIENT", "invalid_client"));
        }
        return client.locked ? Optional.of(Expected.locked()) : Optional.empty();
    }

    Expected code(Asking asking, ModelCode code, boolean rightUri, @Nullable String verifier, List<String> resources) {
        return refusal(asking, "AUTHORIZATION_CODE")
                .orElseGet(() -> exchange(asking, code, rightUri, verifier, resources));
    }

    private Expected exchange(
            Asking asking, ModelCode code, boolean rightUri, @Nullable String verifier, List<String> resources) {
        if (code.forgotten || code.client() != asking.client()) {
            return invalidGrant();
        }
        if (code.became != null) {
            code.became.ended = true;
            return invalidGrant();
        }
        ModelTicket.Authorize asked = code.ticket.asked;
        if (code.ended
                || code.expiresAt <= model.now
                || !rightUri
                || !java.util.Objects.equals(verifier, asked.verifier())) {
            return invalidGrant();
        }
        if (!isWithin(resources, asked.resources())) {
            return Expected.refused("BAD_REQUEST", "invalid_target");
        }
        ModelToken token = model.mint(new Model.Order(
                asking.client(),
                code.subject,
                "AUTHORIZATION_CODE",
                model.settings.allowed(asking.client(), code.scopes),
                code.scopes,
                resources.isEmpty() ? asked.resources() : resources,
                asked.resources(),
                asking.accessSeconds(),
                asking.refreshSeconds(),
                false,
                model.getsRefresh(asking.client())));
        code.became = token;
        return issued(token, "AUTHORIZATION_CODE", asked.scope() == null ? List.of() : FlowRules.words(asked.scope()));
    }

    Expected clientCredentials(Asking asking, @Nullable String scope, List<String> resources) {
        return refusal(asking, "CLIENT_CREDENTIALS").orElseGet(() -> grant(asking, scope, resources));
    }

    private Expected grant(Asking asking, @Nullable String scope, List<String> resources) {
        ModelClient client = asking.client();
        if (client.isPublic()) {
            return Expected.refused("BAD_REQUEST", "unauthorized_client");
        }
        Set<String> scopes =
                model.settings.allowed(client, scope == null ? model.settings.defaultScopes() : FlowRules.words(scope));
        if (scopes.isEmpty() && model.settings.flag("scopeRequired")) {
            return Expected.refused("BAD_REQUEST", "invalid_scope");
        }
        ModelToken token = model.mint(new Model.Order(
                client,
                null,
                "CLIENT_CREDENTIALS",
                scopes,
                scopes,
                resources,
                resources,
                asking.accessSeconds(),
                0,
                false,
                false));
        return issued(token, "CLIENT_CREDENTIALS", scope == null ? List.of() : FlowRules.words(scope));
    }

    Expected refresh(Asking asking, String value, @Nullable String scope, List<String> resources) {
        return refusal(asking, "REFRESH_TOKEN")
                .orElseGet(() -> model.byAnyRefresh(value)
                        .map(token -> refresh(asking, token, value, scope, resources))
                        .orElseGet(TokenEndpointRules::invalidGrant));
    }

    private Expected refresh(
            Asking asking, ModelToken token, String value, @Nullable String scope, List<String> resources) {
        if (token.client != asking.client()) {
            return invalidGrant();
        }
        boolean current = value.equals(token.refresh);
        if (!current && (token.retry == null || !model.isRetry(token, value))) {
            token.ended = true;
            return invalidGrant();
        }
        if (!token.isRefreshable(model.now)) {
            return invalidGrant();
        }
        Set<String> asked = scope == null ? token.refreshScopes : new TreeSet<>(FlowRules.words(scope));
        if (!token.refreshScopes.containsAll(asked)) {
            return Expected.refused("BAD_REQUEST", "invalid_scope");
        }
        if (!isWithin(resources, token.grantResources)) {
            return Expected.refused("BAD_REQUEST", "invalid_target");
        }
        if (!current) {
            return retry(asking, token, asked, resources);
        }
        renew(asking, token, value, asked, resources);
        return issued(token, "REFRESH_TOKEN", asked);
    }

    private void renew(Asking asking, ModelToken token, String used, Set<String> asked, List<String> resources) {
        token.scopes = model.settings.allowed(asking.client(), asked);
        token.resources = resources.isEmpty() ? token.grantResources : resources;
        boolean kept = model.settings.flag("refreshTokenKept");
        boolean newLife = kept
                ? model.settings.flag("refreshTokenDurationReset")
                : !model.settings.flag("refreshTokenDurationKept") || asking.refreshSeconds() > 0;
        if (newLife) {
            token.refreshExpiresAt = model.now
                    + 1000 * model.settings.seconds("refresh", asking.client(), token.scopes, asking.refreshSeconds());
        }
        if (!token.isPersistent()) {
            token.accessExpiresAt = model.linked(
                    model.now
                            + 1000
                                    * model.settings.seconds(
                                            "access", asking.client(), token.scopes, asking.accessSeconds()),
                    token);
        }
        token.refreshedAt = model.now;
        token.usedAt = model.now;
        token.retry = kept || !model.settings.flag("refreshTokenIdempotent") ? null : new ModelToken.Retry(used, "");
        if (!kept) {
            token.formerRefresh.add(used);
            token.refresh = "";
        }
    }

    /** The same request once more gets the same answer, but another one does not. */
    private Expected retry(Asking asking, ModelToken token, Set<String> asked, List<String> resources) {
        Set<String> scopes = model.settings.allowed(asking.client(), token.scopes);
        if (!scopes.equals(model.settings.allowed(asking.client(), asked))) {
            return Expected.refused("BAD_REQUEST", "invalid_scope");
        }
        List<String> wanted = resources.isEmpty() ? token.grantResources : resources;
        if (!Set.copyOf(wanted).equals(Set.copyOf(token.resources))) {
            return Expected.refused("BAD_REQUEST", "invalid_target");
        }
        token.scopes = scopes;
        boolean same = !model.settings.flag("refreshTokenKept")
                && token.retry != null
                && token.access.equals(token.retry.access());
        return Expected.action("OK")
                .is("refreshToken", token.refresh)
                .flag("previousRefreshTokenUsed", true)
                .names("scopes", token.scopes)
                .check(reply -> reply.value("accessToken").equals(token.access) == same
                        ? null
                        : "the access token is " + (same ? "not " : "") + "the one given before")
                .learn(reply -> {
                    if (!same) {
                        model.hasAccess(token, reply.value("accessToken"));
                        token.usedAt = model.now;
                    }
                });
    }

    /** @param asked the scopes that the client asked for; none if it did not */
    private Expected issued(ModelToken token, String grantType, Collection<String> asked) {
        boolean withRefresh = token.refresh != null;
        String kept = "".equals(token.refresh) ? null : token.refresh;
        Expected expected = Expected.action("OK")
                .is("grantType", grantType)
                .is("subject", token.subject)
                .is("clientId", token.client.id)
                .is("accessTokenExpiresAt", token.accessExpiresAt)
                .names("scopes", token.scopes)
                .names("content.scope", token.scopes)
                .check(reply -> token.scopes.isEmpty()
                                && !asked.isEmpty()
                                && reply.at("content.scope").isEmpty()
                        ? "the client is not told that it has no scope"
                        : null)
                .names("accessTokenResources", token.resources)
                .names("resources", token.grantResources)
                .is("refreshTokenExpiresAt", withRefresh ? token.refreshExpiresAt : null)
                .is("refreshTokenDuration", withRefresh ? (token.refreshExpiresAt - model.now) / 1000 : null)
                .check(reply -> reply.at("refreshToken").isPresent() == withRefresh
                        ? null
                        : "a refresh token is " + (withRefresh ? "missing" : "there"))
                .flag("previousRefreshTokenUsed", false);
        if (!token.isPersistent()) {
            long seconds = Math.max(0, (token.accessExpiresAt - model.now) / 1000);
            expected.is("accessTokenDuration", seconds).is("content.expires_in", seconds);
        }
        if (kept != null) {
            expected.is("refreshToken", kept);
        }
        return expected.learn(reply -> learn(token, reply));
    }

    private void learn(ModelToken token, Reply reply) {
        String access = reply.value("accessToken");
        model.hasAccess(token, access);
        model.hasRefresh(token, reply.valueOrNull("refreshToken"));
        if (token.retry != null) {
            token.retry = new ModelToken.Retry(token.retry.used(), access);
        }
    }

    private static boolean isWithin(List<String> asked, List<String> granted) {
        return granted.isEmpty() || granted.containsAll(asked);
    }

    private static Expected invalidGrant() {
        return Expected.refused("BAD_REQUEST", "invalid_grant");
    }
}
