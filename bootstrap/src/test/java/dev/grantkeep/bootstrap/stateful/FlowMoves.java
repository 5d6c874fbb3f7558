package dev.grantkeep.bootstrap.stateful;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps of the protocol's flows. */
final class FlowMoves {
    private static final List<String> VERIFIERS = List.of(
            "verifier-one-verifier-one-verifier-one-verifier-one",
            "verifier-two-verifier-two-verifier-two-verifier-two");

    private FlowMoves() {}

    static void authorize(World world) {
        ModelClient client = SettingsMoves.client(world);
        Draw draw = world.draw;
        boolean code = draw.chance(80);
        ModelTicket.Authorize asked = new ModelTicket.Authorize(
                client,
                code ? "code" : "token",
                draw.scope(),
                draw.chance(70),
                code && draw.chance(30) ? draw.of(VERIFIERS) : null,
                draw.resources());
        boolean s256 = draw.chance(70);
        String parameters = World.form(
                "client_id", client.id,
                "response_type", asked.responseType(),
                "scope", asked.scope(),
                "redirect_uri", asked.withRedirectUri() ? Draw.REDIRECT_URI : null,
                "code_challenge", challenge(asked.verifier(), s256),
                "code_challenge_method", asked.verifier() != null && s256 ? "S256" : null,
                "resource", asked.resources());
        world.call(
                "POST",
                "auth/authorization",
                Bodies.of("parameters", parameters),
                () -> new FlowRules(world.model).authorize(asked));
    }

    private static @Nullable String challenge(@Nullable String verifier, boolean s256) {
        return verifier == null || !s256 ? verifier : TokenRules.hash(verifier);
    }

    /** The user says yes at once, as most do. */
    static void authorizeAndIssue(World world) {
        int before = world.model.tickets.size();
        authorize(world);
        if (world.model.tickets.size() > before) {
            issue(world, world.model.tickets.getLast());
        }
    }

    static void issue(World world) {
        if (world.model.tickets.isEmpty()) {
            authorizeAndIssue(world);
        } else {
            issue(world, world.draw.late(world.model.tickets));
        }
    }

    private static void issue(World world, ModelTicket ticket) {
        Draw draw = world.draw;
        String subject = draw.subject();
        @Nullable List<String> scopes = draw.chance(75) ? null : draw.scopes();
        long seconds = draw.requestedSeconds();
        Map<String, Object> body = Bodies.of("ticket", ticket.value, "subject", subject);
        putIf(body, "scopes", scopes);
        putIf(body, "accessTokenDuration", seconds == 0 ? null : seconds);
        world.call(
                "POST",
                "auth/authorization/issue",
                body,
                () -> new FlowRules(world.model).issue(ticket, subject, scopes, seconds));
    }

    static void fail(World world) {
        if (world.model.tickets.isEmpty()) {
            authorize(world);
            return;
        }
        ModelTicket ticket = world.draw.late(world.model.tickets);
        world.call(
                "POST",
                "auth/authorization/fail",
                Bodies.of("ticket", ticket.value, "reason", "DENIED"),
                () -> new FlowRules(world.model).fail(ticket));
    }

    static void putIf(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    static void exchange(World world) {
        if (world.model.codes.isEmpty()) {
            authorizeAndIssue(world);
            return;
        }
        Draw draw = world.draw;
        ModelCode code = draw.late(world.model.codes);
        ModelTicket.Authorize asked = code.ticket.asked;
        boolean right = !draw.chance(3);
        boolean uriGiven = asked.withRedirectUri() == right || (right && draw.chance(30));
        boolean rightUri = uriGiven || !asked.withRedirectUri();
        @Nullable String verifier = draw.chance(96) ? asked.verifier() : draw.of(VERIFIERS);
        List<String> resources = draw.chance(60) ? List.of() : draw.resources();
        TokenEndpointRules.Asking asking = asking(world, code.client());
        String parameters = World.form(
                "grant_type",
                "authorization_code",
                "code",
                code.value,
                "redirect_uri",
                uriGiven ? Draw.REDIRECT_URI : null,
                "code_verifier",
                verifier,
                "resource",
                resources);
        token(
                world,
                asking,
                parameters,
                () -> new TokenEndpointRules(world.model).code(asking, code, rightUri, verifier, resources));
    }

    static void refresh(World world) {
        if (world.model.refreshValues.isEmpty()) {
            exchange(world);
            return;
        }
        Draw draw = world.draw;
        Model.Value chosen = draw.late(world.model.refreshValues);
        String value = draw.chance(4) ? forged(chosen.text()) : chosen.text();
        boolean current = value.equals(chosen.of().refresh);
        @Nullable String scope = current && draw.chance(35) ? draw.scope() : null;
        List<String> resources = current && draw.chance(40) ? draw.resources() : List.of();
        TokenEndpointRules.Asking asking = asking(world, chosen.of().client);
        String parameters = World.form(
                "grant_type", "refresh_token", "refresh_token", value, "scope", scope, "resource", resources);
        token(
                world,
                asking,
                parameters,
                () -> new TokenEndpointRules(world.model).refresh(asking, value, scope, resources));
    }

    static void clientCredentials(World world) {
        Draw draw = world.draw;
        ModelClient client = SettingsMoves.client(world);
        @Nullable String scope = draw.scope();
        List<String> resources = draw.resources();
        TokenEndpointRules.Asking asking = asking(world, client);
        String parameters = World.form("grant_type", "client_credentials", "scope", scope, "resource", resources);
        token(
                world,
                asking,
                parameters,
                () -> new TokenEndpointRules(world.model).clientCredentials(asking, scope, resources));
    }

    /** Mostly the client itself. */
    static TokenEndpointRules.Asking asking(World world, ModelClient client) {
        Draw draw = world.draw;
        ModelClient who = draw.chance(96) ? client : draw.of(world.model.clients);
        boolean wrong = draw.chance(client.formerSecret == null ? 2 : 15);
        return new TokenEndpointRules.Asking(who, !wrong, draw.requestedSeconds(), draw.requestedSeconds());
    }

    private static void token(World world, TokenEndpointRules.Asking asking, String parameters, World.Rule rule) {
        Map<String, Object> body = authenticated(world, asking, parameters);
        putIf(body, "accessTokenDuration", asking.accessSeconds() == 0 ? null : asking.accessSeconds());
        putIf(body, "refreshTokenDuration", asking.refreshSeconds() == 0 ? null : asking.refreshSeconds());
        world.call("POST", "auth/token", body, rule);
    }

    static Map<String, Object> authenticated(World world, TokenEndpointRules.Asking asking, String parameters) {
        ModelClient client = asking.client();
        String wrong = client.formerSecret == null ? "wrong" : client.formerSecret;
        String secret = asking.rightSecret() ? client.secret : wrong;
        return switch (client.method()) {
            case "NONE" -> Bodies.of("parameters", parameters + "&client_id=" + client.id);
            case "CLIENT_SECRET_POST" ->
                Bodies.of("parameters", parameters + "&client_id=" + client.id + "&client_secret=" + secret);
            default ->
                Bodies.of("parameters", parameters, "clientId", Long.toString(client.id), "clientSecret", secret);
        };
    }

    /** A value that begins as this one does, where an id may be read from, and goes on as nobody made it. */
    static String forged(String value) {
        if (!value.matches("[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{64}")) {
            return value + "x";
        }
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        byte[] id = ByteBuffer.wrap(bytes).slice(0, 16).array();
        byte[] made = new byte[bytes.length];
        System.arraycopy(id, 0, made, 0, 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }
}
