package dev.grantkeep.bootstrap.stateful;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looking at tokens, and ending them. */
final class TokenRules {
    private final Model model;

    TokenRules(Model model) {
        this.model = model;
    }

    static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    Expected introspect(String value, List<String> required, @Nullable String subject, List<String> resources) {
        return model.byAccess(value)
                .map(token -> introspect(token, required, subject, resources))
                .orElseGet(() -> Expected.action("UNAUTHORIZED")
                        .flag("existent", false)
                        .flag("usable", false)
                        .is("subject", null));
    }

    private Expected introspect(
            ModelToken token, List<String> required, @Nullable String subject, List<String> resources) {
        token.noteUse(model.now);
        boolean usable = !token.client.locked && !token.accessExpired(model.now);
        boolean sufficient = usable
                && token.scopes.containsAll(required)
                && (subject == null || subject.equals(token.subject))
                && (token.resources.isEmpty() || token.resources.containsAll(resources));
        return Expected.action(sufficient ? "OK" : usable ? "FORBIDDEN" : "UNAUTHORIZED")
                .flag("existent", true)
                .flag("usable", usable)
                .flag("sufficient", sufficient)
                .flag("refreshable", token.isRefreshable(model.now))
                .is("clientId", token.client.id)
                .is("subject", token.subject)
                .is("expiresAt", token.accessExpiresAt)
                .is("grantType", token.grantType)
                .names("scopes", token.scopes)
                .names("accessTokenResources", token.resources)
                .names("resources", token.grantResources);
    }

    /** RFC 7662; a refresh token that was used is none any more, unless it would be answered once more. */
    Expected introspectStandard(String value) {
        Optional<ModelToken> access =
                model.byAccess(value).filter(token -> !token.client.locked && !token.accessExpired(model.now));
        if (access.isPresent()) {
            ModelToken token = access.get();
            token.noteUse(model.now);
            return active(token, token.scopes, token.isPersistent() ? null : token.accessExpiresAt / 1000)
                    .names("content.aud", token.resources);
        }
        return model.byAnyRefresh(value)
                .filter(token -> !token.client.locked && token.isRefreshable(model.now))
                .filter(token -> value.equals(token.refresh) || model.isRetry(token, value))
                .map(token -> {
                    token.noteUse(model.now);
                    return active(token, token.refreshScopes, token.refreshExpiresAt / 1000)
                            .names("content.aud", token.grantResources);
                })
                .orElseGet(
                        () -> Expected.action("OK").is("content.active", false).is("content.scope", null));
    }

    private static Expected active(ModelToken token, Set<String> scopes, @Nullable Long expiry) {
        return Expected.action("OK")
                .is("content.active", true)
                .is("content.client_id", token.client.id)
                .is("content.sub", token.subject)
                .is("content.exp", expiry)
                .names("content.scope", scopes);
    }

    /** RFC 7009: by whichever of its values, the token ends. */
    Expected revocation(TokenEndpointRules.Asking asking, String value) {
        Optional<Expected> refusal = new TokenEndpointRules(model).authentication(asking);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ModelToken> token = model.byAny(value);
        if (token.isPresent() && token.get().client != asking.client()) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        token.ifPresent(found -> found.ended = true);
        return Expected.action("OK").is("responseContent", null);
    }

    /**
     * @param identifier a value or a hash
     * @param of what was hashed, or the identifier itself
     */
    Expected delete(String of) {
        return model.byAny(of)
                .map(token -> {
                    token.ended = true;
                    return Expected.status(204);
                })
                .orElseGet(() -> Expected.status(404));
    }

    Expected revokeOne(Optional<ModelToken> token) {
        token.ifPresent(found -> found.ended = true);
        return token.isPresent() ? revoked(1) : Expected.status(404);
    }

    Expected revokePair(ModelClient client, String subject) {
        return client.deleted ? Expected.status(404) : revoked(model.endPair(client, subject));
    }

    Expected revokeClient(ModelClient client) {
        if (client.deleted) {
            return Expected.status(404);
        }
        model.codes.stream().filter(code -> code.client() == client).forEach(code -> code.ended = true);
        return revoked(model.end(token -> token.client == client));
    }

    Expected revokeSubject(String subject) {
        model.codes.stream().filter(code -> code.subject.equals(subject)).forEach(code -> code.ended = true);
        return revoked(model.end(token -> subject.equals(token.subject)));
    }

    private static Expected revoked(int count) {
        return Expected.status(200).is("count", count);
    }

    /** Which tokens a list is of; null for all. */
    record Listing(@Nullable ModelClient client, @Nullable String subject, String status, int start, int end) {}

    Expected list(Listing of, boolean v3) {
        if (of.client() != null && of.client().deleted) {
            return Expected.status(404);
        }
        Predicate<ModelToken> which = token -> (of.client() == null || token.client == of.client())
                && (of.subject() == null || of.subject().equals(token.subject))
                && (of.status().equals("ALL") || of.status().equals("INVALID") == token.accessExpired(model.now));
        List<ModelToken> all = model.stored(which)
                .sorted(Comparator.comparingLong(token -> token.createdAt))
                .toList();
        List<String> page = all.stream()
                .skip(of.start())
                .limit(of.end() - of.start())
                .map(token -> item(token, v3))
                .toList();
        return Expected.status(200).is("totalCount", all.size()).check(reply -> {
            List<String> told = new ArrayList<>();
            reply.objects("accessTokens").forEach(item -> told.add(item(item, v3)));
            return told.equals(page) ? null : "the tokens are\n" + lines(told) + "     not\n" + lines(page);
        });
    }

    private static String lines(List<String> items) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append("       ").append(item).append('\n'));
        return lines.toString();
    }

    private static String item(ModelToken token, boolean v3) {
        boolean refresh = token.refresh != null;
        return String.join(
                " ",
                hash(token.access),
                Long.toString(token.accessExpiresAt),
                refresh ? hash(token.refresh) : "-",
                refresh ? Long.toString(token.refreshExpiresAt) : "-",
                Long.toString(token.createdAt),
                Long.toString(token.refreshedAt),
                Long.toString(token.client.id),
                token.subject == null ? "-" : token.subject,
                token.grantType,
                token.scopes.toString(),
                refresh && v3 ? token.refreshScopes.toString() : "-");
    }

    private static String item(JsonObject item, boolean v3) {
        return String.join(
                " ",
                text(item, "accessTokenHash"),
                text(item, "accessTokenExpiresAt"),
                text(item, "refreshTokenHash"),
                text(item, "refreshTokenExpiresAt"),
                text(item, "createdAt"),
                text(item, "lastRefreshedAt"),
                text(item, "clientId"),
                text(item, "subject"),
                text(item, "grantType"),
                names(item, "scopes"),
                v3 && item.has("refreshTokenHash") ? names(item, "refreshTokenScopes") : "-");
    }

    private static String text(JsonObject item, String name) {
        return item.has(name) ? item.get(name).getAsString() : "-";
    }

    private static String names(JsonObject item, String name) {
        Set<String> names = new TreeSet<>();
        if (item.has(name)) {
            item.getAsJsonArray(name).forEach(element -> names.add(element.getAsString()));
        }
        return names.toString();
    }

    /** Members of a creation. */
    record Creation(
            String grantType,
            ModelClient client,
            @Nullable String subject,
            Set<String> scopes,
            long accessSeconds,
            long refreshSeconds,
            boolean persistent,
            @Nullable String access,
            @Nullable String refresh,
            List<String> resources) {}

    Expected create(Creation of) {
        ModelClient client = of.client();
        if (client.deleted) {
            return Expected.action("BAD_REQUEST");
        }
        if (client.locked) {
            return Expected.locked();
        }
        if (!model.settings.scopes().containsAll(of.scopes())) {
            return Expected.action("BAD_REQUEST");
        }
        boolean refreshable =
                !Set.of("IMPLICIT", "CLIENT_CREDENTIALS").contains(of.grantType()) && model.getsRefresh(client);
        Set<String> scopes = of.scopes();
        ModelToken token = model.mint(new Model.Order(
                client,
                of.grantType().equals("CLIENT_CREDENTIALS") ? null : of.subject(),
                of.grantType(),
                scopes,
                of.scopes(),
                of.resources(),
                of.resources(),
                of.accessSeconds(),
                of.refreshSeconds(),
                of.persistent(),
                refreshable));
        Expected expected = Expected.action("OK")
                .is("clientId", client.id)
                .is("subject", token.subject)
                .is("grantType", of.grantType())
                .is("expiresAt", token.accessExpiresAt)
                .names("scopes", token.scopes)
                .check(reply -> reply.at("refreshToken").isPresent() == refreshable ? null : "refreshToken");
        if (of.access() != null) {
            expected.is("accessToken", of.access());
        }
        if (of.refresh() != null && refreshable) {
            expected.is("refreshToken", of.refresh());
        }
        return expected.learn(reply -> {
            model.hasAccess(token, reply.value("accessToken"));
            model.hasRefresh(token, reply.valueOrNull("refreshToken"));
            token.id = reply.valueOrNull("tokenId");
        });
    }

    /** Members of a change; what is null, 0 or off changes nothing. */
    record Change(
            long accessExpiresAt,
            long refreshExpiresAt,
            @Nullable List<String> scopes,
            boolean accessFollows,
            boolean refreshFollows,
            boolean persistent,
            boolean newValue) {}

    Expected update(Optional<ModelToken> found, Change change) {
        return found.map(token -> update(token, change)).orElseGet(() -> Expected.action("NOT_FOUND"));
    }

    private Expected update(ModelToken token, Change change) {
        token.usedAt = model.now;
        boolean changed = false;
        if (change.scopes() != null) {
            Set<String> scopes = model.settings.allowed(token.client, new HashSet<>(change.scopes()));
            changed = !scopes.equals(token.scopes);
            token.scopes = scopes;
            token.refreshScopes = new TreeSet<>(scopes);
        }
        token.accessExpiresAt = change.persistent()
                ? ModelToken.NEVER
                : after(
                        change.accessExpiresAt(),
                        change.accessFollows() && changed,
                        "access",
                        token,
                        token.accessExpiresAt);
        if (token.refresh != null) {
            token.refreshExpiresAt = after(
                    change.refreshExpiresAt(),
                    change.refreshFollows() && changed,
                    "refresh",
                    token,
                    token.refreshExpiresAt);
        }
        Expected expected = Expected.action("OK")
                .is("accessTokenExpiresAt", token.accessExpiresAt)
                .is("refreshTokenExpiresAt", token.refresh == null ? null : token.refreshExpiresAt)
                .names("scopes", token.scopes);
        return change.newValue()
                ? expected.learn(reply -> model.hasAccess(token, reply.value("accessToken")))
                : expected;
    }

    private long after(long set, boolean follows, String kind, ModelToken token, long before) {
        if (set > 0) {
            return set;
        }
        long seconds = follows ? model.settings.shortestOfScopes(kind, token.scopes) : 0;
        return seconds == 0 ? before : model.now + 1000 * seconds;
    }
}
