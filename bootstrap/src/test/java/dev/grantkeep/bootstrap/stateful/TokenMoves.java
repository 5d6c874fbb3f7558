package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps that look at tokens, make, change and end them. */
final class TokenMoves {
    private TokenMoves() {}

    private static TokenRules rules(World world) {
        return new TokenRules(world.model);
    }

    /** An access token that there was at some time, seldom of the other service or of nobody. */
    private static String access(World world) {
        return value(world, world.model.accessValues, world.other().accessValues);
    }

    private static String refresh(World world) {
        return value(world, world.model.refreshValues, world.other().refreshValues);
    }

    private static String value(World world, List<Model.Value> own, List<Model.Value> others) {
        List<Model.Value> from = world.draw.chance(3) ? others : own;
        return from.isEmpty() ? "nobodys-token" : world.draw.late(from).text();
    }

    static void introspect(World world) {
        Draw draw = world.draw;
        String token = draw.chance(95) ? access(world) : refresh(world);
        List<String> scopes = draw.chance(60) ? List.of() : draw.some(Draw.SCOPES, 40);
        @Nullable String subject = draw.chance(15) ? draw.subject() : null;
        List<String> resources = draw.chance(85) ? List.of() : draw.some(Draw.RESOURCES, 50);
        Map<String, Object> body = Bodies.of("token", token);
        FlowMoves.putIf(body, "scopes", scopes.isEmpty() ? null : scopes);
        FlowMoves.putIf(body, "subject", subject);
        FlowMoves.putIf(body, "resources", resources.isEmpty() ? null : resources);
        world.call(
                "POST", "auth/introspection", body, () -> rules(world).introspect(token, scopes, subject, resources));
    }

    static void introspectStandard(World world) {
        String token = anyValue(world);
        String parameters = World.form("token", token, "token_type_hint", hint(world));
        world.call(
                "POST",
                "auth/introspection/standard",
                Bodies.of("parameters", parameters),
                () -> rules(world).introspectStandard(token));
    }

    private static String anyValue(World world) {
        if (world.draw.chance(40)) {
            return access(world);
        }
        String refresh = refresh(world);
        return world.draw.chance(6) ? FlowMoves.forged(refresh) : refresh;
    }

    private static @Nullable String hint(World world) {
        return world.draw.chance(50) ? null : world.draw.chance(50) ? "access_token" : "refresh_token";
    }

    static void revocation(World world) {
        String token = anyValue(world);
        ModelClient holder = world.model.byAny(token).map(found -> found.client).orElse(null);
        TokenEndpointRules.Asking asking =
                FlowMoves.asking(world, holder == null ? SettingsMoves.client(world) : holder);
        String parameters = World.form("token", token, "token_type_hint", hint(world));
        world.call(
                "POST",
                "auth/revocation",
                FlowMoves.authenticated(world, asking, parameters),
                () -> rules(world).revocation(asking, token));
    }

    static void delete(World world) {
        String token = anyValue(world);
        String identifier = world.draw.chance(50) ? token : TokenRules.hash(token);
        boolean former = world.model.byAccess(token).isEmpty()
                && world.model.byRefresh(token).isEmpty();
        String shown = former ? token : identifier;
        boolean elsewhere = world.other().had(token);
        world.call(
                "DELETE",
                "auth/token/delete/" + shown,
                null,
                () -> elsewhere ? Expected.statusAmong(403, 404) : rules(world).delete(token));
    }

    static void revoke(World world) {
        Draw draw = world.draw;
        switch (draw.below(9)) {
            case 0, 1 -> {
                String token = access(world);
                revoke(
                        world,
                        "accessTokenIdentifier",
                        token,
                        () -> rules(world).revokeOne(world.model.byAnyAccess(token)));
            }
            case 2, 3, 4 -> {
                String token = refresh(world);
                revoke(
                        world,
                        "refreshTokenIdentifier",
                        token,
                        () -> rules(world).revokeOne(world.model.byAnyRefresh(token)));
            }
            case 5, 6 -> {
                ModelClient client = SettingsMoves.client(world);
                String subject = draw.subject();
                Map<String, Object> body = Bodies.of("clientIdentifier", Long.toString(client.id), "subject", subject);
                world.call("POST", "auth/token/revoke", body, () -> rules(world).revokePair(client, subject));
            }
            case 7 -> {
                ModelClient client = SettingsMoves.client(world);
                Map<String, Object> body = Bodies.of("clientIdentifier", Long.toString(client.id));
                world.call("POST", "auth/token/revoke", body, () -> rules(world).revokeClient(client));
            }
            default -> {
                String subject = draw.subject();
                world.call(
                        "POST",
                        "auth/token/revoke",
                        Bodies.of("subject", subject),
                        () -> rules(world).revokeSubject(subject));
            }
        }
    }

    private static void revoke(World world, String name, String token, World.Rule rule) {
        boolean current = world.model.byAccess(token).isPresent()
                || world.model.byRefresh(token).isPresent();
        String identifier = current && world.draw.chance(50) ? TokenRules.hash(token) : token;
        world.call("POST", "auth/token/revoke", Bodies.of(name, identifier), rule);
    }

    static void list(World world) {
        Draw draw = world.draw;
        int start = draw.chance(70) ? 0 : draw.below(4);
        TokenRules.Listing of = new TokenRules.Listing(
                draw.chance(50) ? SettingsMoves.client(world) : null,
                draw.chance(50) ? draw.subject() : null,
                draw.chance(60) ? "ALL" : draw.chance(50) ? "VALID" : "INVALID",
                start,
                start + 1 + draw.below(12));
        String query = World.form(
                "clientIdentifier", of.client() == null ? null : of.client().id,
                "subject", of.subject(),
                "tokenStatus", of.status(),
                "start", of.start(),
                "end", of.end());
        world.call(
                "GET", "auth/token/get/list?" + query, null, () -> rules(world).list(of, world.isV3()));
    }

    static void create(World world) {
        Draw draw = world.draw;
        ModelClient client = SettingsMoves.client(world);
        TokenRules.Creation of = new TokenRules.Creation(
                draw.of(List.of("AUTHORIZATION_CODE", "AUTHORIZATION_CODE", "IMPLICIT", "CLIENT_CREDENTIALS")),
                client,
                draw.subject(),
                new TreeSet<>(draw.scopes()),
                draw.requestedSeconds(),
                draw.requestedSeconds(),
                draw.chance(8),
                draw.chance(15) ? world.chosenValue("access") : null,
                draw.chance(25) ? world.chosenValue("refresh") : null,
                draw.resources());
        Map<String, Object> body =
                Bodies.of("grantType", of.grantType(), "clientId", client.id, "subject", of.subject());
        body.put("scopes", List.copyOf(of.scopes()));
        FlowMoves.putIf(body, "accessTokenDuration", of.accessSeconds() == 0 ? null : of.accessSeconds());
        FlowMoves.putIf(body, "refreshTokenDuration", of.refreshSeconds() == 0 ? null : of.refreshSeconds());
        body.put("accessTokenPersistent", of.persistent());
        FlowMoves.putIf(body, "accessToken", of.access());
        FlowMoves.putIf(body, "refreshToken", of.refresh());
        FlowMoves.putIf(body, "resources", of.resources().isEmpty() ? null : of.resources());
        world.call("POST", "auth/token/create", body, () -> rules(world).create(of));
    }

    static void update(World world) {
        Draw draw = world.draw;
        TokenRules.Change change = new TokenRules.Change(
                draw.chance(20) ? world.model.now + 1_000 * (draw.seconds() - 300) : 0,
                draw.chance(12) ? world.model.now + 1_000 * (draw.seconds() - 300) : 0,
                draw.chance(50) ? draw.scopes() : null,
                draw.chance(30),
                draw.chance(30),
                draw.chance(5),
                draw.chance(25));
        Located located = located(world);
        Map<String, Object> body = Bodies.of(located.name(), located.identifier());
        FlowMoves.putIf(body, "accessTokenExpiresAt", change.accessExpiresAt() == 0 ? null : change.accessExpiresAt());
        FlowMoves.putIf(
                body, "refreshTokenExpiresAt", change.refreshExpiresAt() == 0 ? null : change.refreshExpiresAt());
        FlowMoves.putIf(body, "scopes", change.scopes());
        body.put("accessTokenExpiresAtUpdatedOnScopeUpdate", change.accessFollows());
        body.put("refreshTokenExpiresAtUpdatedOnScopeUpdate", change.refreshFollows());
        body.put("accessTokenPersistent", change.persistent());
        body.put("accessTokenValueUpdated", change.newValue());
        world.call(
                "POST",
                "auth/token/update",
                body,
                () -> located.elsewhere()
                        ? Expected.actionAmong("FORBIDDEN", "NOT_FOUND")
                        : rules(world).update(located.look().get(), change));
    }

    /** How a step names a token, and what the model finds by that, which depends on the time. */
    private record Located(String name, String identifier, boolean elsewhere, Supplier<Optional<ModelToken>> look) {}

    /** A refresh token of old leads to its token, its hash does not. */
    private static Located located(World world) {
        Model model = world.model;
        boolean byRefresh = world.draw.chance(35);
        String name = byRefresh ? "refreshToken" : "accessToken";
        String value = byRefresh ? refresh(world) : access(world);
        boolean elsewhere = world.other().had(value);
        if (world.draw.chance(30)) {
            return new Located(
                    name + "Hash",
                    TokenRules.hash(value),
                    elsewhere,
                    () -> byRefresh ? model.byRefresh(value) : model.byAccess(value));
        }
        Supplier<Optional<ModelToken>> look = () -> byRefresh ? model.byAnyRefresh(value) : model.byAccess(value);
        String id = look.get().map(token -> token.id).orElse(null);
        return id != null && world.draw.chance(30)
                ? new Located("tokenId", id, false, look)
                : new Located(name, value, elsewhere, look);
    }
}
