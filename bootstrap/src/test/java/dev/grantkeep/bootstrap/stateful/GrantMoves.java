package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps about what users have granted to clients. */
final class GrantMoves {
    private GrantMoves() {}

    private static GrantRules rules(World world) {
        return new GrantRules(world.model);
    }

    static void list(World world) {
        Draw draw = world.draw;
        String subject = draw.subject();
        int start = draw.chance(80) ? 0 : 1;
        int end = start + 1 + draw.below(5);
        @Nullable String developer = draw.chance(20) ? "dev1" : null;
        String query = World.form("start", start, "end", end, "developer", developer);
        world.call(
                "GET",
                "client/authorization/get/list/" + subject + "?" + query,
                null,
                () -> rules(world).list(subject, developer, start, end));
    }

    static void update(World world) {
        ModelClient client = SettingsMoves.client(world);
        String subject = world.draw.subject();
        @Nullable List<String> scopes = world.draw.chance(10) ? null : world.draw.scopes();
        Map<String, Object> body = Bodies.of("subject", subject);
        FlowMoves.putIf(body, "scopes", scopes);
        world.call(
                "POST",
                "client/authorization/update/" + client.id,
                body,
                () -> rules(world).update(client, subject, scopes));
    }

    static void delete(World world) {
        ModelClient client = SettingsMoves.client(world);
        String subject = world.draw.subject();
        world.call(
                "DELETE",
                "client/authorization/delete/" + client.id + "/" + subject,
                null,
                () -> rules(world).delete(client, subject));
    }

    static void granted(World world) {
        ModelClient client = SettingsMoves.client(world);
        String subject = world.draw.subject();
        world.call(
                "GET",
                "client/granted_scopes/get/" + client.id + "/" + subject,
                null,
                () -> rules(world).granted(client, subject));
    }

    static void forget(World world) {
        ModelClient client = SettingsMoves.client(world);
        String subject = world.draw.subject();
        world.call(
                "DELETE",
                "client/granted_scopes/delete/" + client.id + "/" + subject,
                null,
                () -> rules(world).forget(client, subject));
    }
}
