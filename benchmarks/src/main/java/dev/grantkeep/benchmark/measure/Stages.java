package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.process.Cleanup;
import dev.grantkeep.benchmark.report.Progress;
import dev.grantkeep.benchmark.server.FloorServers;
import dev.grantkeep.benchmark.server.GrantkeepServers;
import dev.grantkeep.benchmark.server.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the stages, each when it is first asked for, and the floor beside the main one. */
final class Stages {
    private final DatabaseServer databases;
    private final GrantkeepServers grantkeeps;
    private final FloorServers floors;
    private final Cleanup cleanup;
    private final Progress progress;
    private final long mainTokens;
    private final Path directory;
    private final Map<Long, Stage> made = new HashMap<>();
    private @Nullable Server floor;
    /** Known once there is a floor. */
    private Map<String, Integer> answerBytes = Map.of();

    private @Nullable Stage jwts;
    private @Nullable RefreshTokens refreshTokens;

    Stages(
            DatabaseServer databases,
            GrantkeepServers grantkeeps,
            FloorServers floors,
            Cleanup cleanup,
            Progress progress,
            long mainTokens,
            Path directory) {
        this.databases = databases;
        this.grantkeeps = grantkeeps;
        this.floors = floors;
        this.cleanup = cleanup;
        this.progress = progress;
        this.mainTokens = mainTokens;
        this.directory = directory;
    }

    Stage main() {
        return with(mainTokens);
    }

    /** The stage whose bulk has so many tokens. */
    Stage with(long tokens) {
        Stage there = made.get(tokens);
        if (there != null) {
            return there;
        }
        Stage stage = make(tokens);
        made.put(tokens, stage);
        return stage;
    }

    /** The main stage with a service whose access tokens are JWTs. */
    Stage jwts() {
        Stage there = jwts;
        if (there == null) {
            there = main().of(Tenant.withJwts(main().grantkeep().port(), grantkeeps.ownerAuthorization()));
            jwts = there;
        }
        return there;
    }

    /** The main stage's. */
    RefreshTokens refreshTokens() {
        RefreshTokens there = refreshTokens;
        if (there == null) {
            there = new RefreshTokens(main(), directory.resolve("refresh-tokens"));
            refreshTokens = there;
        }
        return there;
    }

    /** The floor, in the main stage's database. */
    Server floor() {
        Server there = floor;
        if (there != null) {
            return there;
        }
        Stage main = main();
        progress.say("filling the floor's tables with %,d rows each", mainTokens);
        main.data().addFloor(mainTokens);
        main.data().settle();
        answerBytes = answerBytes(main, jwts());
        Server started = cleanup.add(floors.start(main.database(), main.tenant().authorization(), answerBytes));
        floor = started;
        return started;
    }

    /** The second floor, likewise; its tables are the floor's. The caller ends it. */
    Server secondFloor() {
        floor();
        Stage main = main();
        return cleanup.add(floors.startSecond(main.database(), main.tenant().authorization(), answerBytes));
    }

    private Stage make(long tokens) {
        String database = "grantkeep_benchmark_" + tokens;
        databases.createDatabase(database);
        cleanup.add(() -> databases.discardDatabase(database));
        progress.say("starting Grantkeep on %s", database);
        Server server = cleanup.add(grantkeeps.start(database, GrantkeepServers.WITHOUT_SWEEPS));
        Tenant tenant = Tenant.create(server.port(), grantkeeps.ownerAuthorization());
        Dataset data = databases.dataset(database, tenant);
        progress.say("filling it with %,d tokens", tokens);
        data.prepare();
        data.add(Shape.bulk(tokens));
        data.settle();
        Stage stage = new Stage(database, Shape.bulk(tokens), tenant, data, server);
        requireAlive(stage);
        return stage;
    }

    /** What was written past Grantkeep has to look to it as if it had issued it. */
    private static void requireAlive(Stage stage) {
        try (HttpConnection connection = stage.connect()) {
            connection.post(Stage.INTROSPECTION, stage.introspectionBody(1)).requireGood();
        }
    }

    /** How long Grantkeep's answers are. */
    private static Map<String, Integer> answerBytes(Stage stage, Stage jwts) {
        Map<String, Integer> bytes = new LinkedHashMap<>();
        try (HttpConnection connection = stage.connect()) {
            bytes.put("INTROSPECTION", size(connection.post(Stage.INTROSPECTION, stage.introspectionBody(1))));
            bytes.put("ISSUE", size(connection.post(Stage.TOKEN, stage.issueBody())));
            String[] refresh =
                    stage.data().refreshTokens(stage.bulk(), 1, 1).get(0).split(" ", 2);
            String body = stage.refreshBody().replace("TOKEN", refresh[0]).replace("CLIENT", refresh[1]);
            bytes.put("REFRESH", size(connection.post(Stage.TOKEN, body)));
            String code = stage.codeBody()
                    .replace("CODE", stage.issueCode(connection))
                    .replace("CLIENT", Long.toString(stage.tenant().client()));
            bytes.put("CODE", size(connection.post(Stage.TOKEN, code)));
            bytes.put("PUSH", size(connection.post(Stage.PUSH, stage.pushBody())));
            bytes.put("REQUEST", size(connection.post(Stage.AUTHORIZATION, stage.signedRequestBody())));
        }
        try (HttpConnection connection = jwts.connect()) {
            bytes.put("JWT", size(connection.post(Stage.TOKEN, jwts.issueBody())));
        }
        return bytes;
    }

    private static int size(Reply reply) {
        return reply.requireGood().body().getBytes(StandardCharsets.UTF_8).length;
    }
}
