package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps about services and clients. */
final class SettingsMoves {
    private SettingsMoves() {}

    /** One of the clients, deleted ones seldom; made if there is none. */
    static ModelClient client(World world) {
        List<ModelClient> there =
                world.model.clients.stream().filter(client -> !client.deleted).toList();
        if (there.isEmpty()) {
            createClient(world);
            return world.model.clients.getLast();
        }
        return world.draw.chance(2) ? world.draw.of(world.model.clients) : world.draw.of(there);
    }

    static SettingsRules rules(World world) {
        return new SettingsRules(world.model);
    }

    static void createClient(World world) {
        if (world.model.clients.size() > 4) {
            getClient(world);
            return;
        }
        Map<String, Object> body = world.draw.client();
        world.call("POST", "client/create", body, () -> rules(world).create(body));
    }

    static void updateClient(World world) {
        ModelClient client = client(world);
        Map<String, Object> body = world.draw.client();
        world.call(
                "POST", "client/update/" + client.id, body, () -> rules(world).update(client, body));
    }

    static void getClient(World world) {
        ModelClient client = client(world);
        world.call("GET", "client/get/" + client.id, null, () -> rules(world).get(client));
    }

    static void listClients(World world) {
        int start = world.draw.below(2);
        int end = start + world.draw.below(6) + 1;
        @Nullable String developer = world.draw.chance(30) ? "dev0" : null;
        world.call(
                "GET",
                "client/get/list?" + World.form("start", start, "end", end, "developer", developer),
                null,
                () -> rules(world).list(developer, start, end));
    }

    static void deleteClient(World world) {
        ModelClient client = client(world);
        world.call(
                "DELETE", "client/delete/" + client.id, null, () -> rules(world).delete(client));
    }

    static void lockClient(World world) {
        ModelClient client = world.model.clients.stream()
                .filter(some -> some.locked && !some.deleted)
                .findFirst()
                .orElseGet(() -> client(world));
        boolean on = !client.locked && world.draw.chance(60);
        world.call(
                "POST",
                "client/lock_flag/update/" + client.id,
                Bodies.of("clientLocked", on),
                () -> rules(world).lock(client, on));
    }

    static void refreshSecret(World world) {
        ModelClient client = client(world);
        world.call(
                "GET",
                "client/secret/refresh/" + client.id,
                null,
                () -> rules(world).newSecret(client));
    }

    static void restrictClient(World world) {
        ModelClient client = client(world);
        String path = "client/extension/requestable_scopes/";
        if (world.draw.chance(20)) {
            world.call(
                    "GET", path + "get/" + client.id, null, () -> rules(world).requestable(client));
            return;
        }
        @Nullable List<String> scopes = world.draw.chance(40) ? null : world.draw.some(Draw.SCOPES, 60);
        Map<String, Object> body = scopes == null ? Bodies.of() : Bodies.of("requestableScopes", scopes);
        world.call(
                "POST", path + "update/" + client.id, body, () -> rules(world).restrict(client, scopes));
    }

    static void updateService(World world) {
        Map<String, Object> body = world.draw.service();
        world.ownersCall("POST", "update", body, () -> rules(world).updateService(body));
    }

    static void getService(World world) {
        world.ownersCall("GET", "get", null, () -> rules(world).service());
    }
}
