package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands for which no server runs, each in a process of its own. */
class LocalCommandsTest {
    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void migrationIsToldAndThenDoneAndThenNothingIsLeft() throws IOException {
        onPostgres();

        assertThat(run("migrate", "--dry-run").out()).contains("common/V1__tables.sql", "wouldBeDone");
        CommandProcess done = run("migrate");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(run("migrate", "--dry-run", "--output", "json").out()).contains("\"wouldBeDone\": []");
    }

    @Test
    void embeddedDatabaseIsMadeByMigrationAndNotByLooking() throws IOException {
        assertThat(run("migrate", "--dry-run").code()).isZero();
        assertThat(directory.resolve("data")).doesNotExist();

        assertThat(run("migrate").code()).isZero();
        assertThat(directory.resolve(Path.of("data", "grantkeep.mv.db"))).exists();
    }

    @Test
    void deadRecordsAreCountedAndThenSweptAndThenNoneIsLeft() throws IOException, SQLException {
        onPostgres();
        run("migrate");
        execute(
                "insert into step (hash, service_id, kind, expires_at, payload)"
                        + " select sha256(i::text::bytea), 1, 1, now() - interval '2 hours', '{}' from generate_series(1, 100001) i");
        execute("insert into step (hash, service_id, kind, expires_at, payload)"
                + " values (sha256('later'::bytea), 1, 1, now() + interval '2 hours', '{}')");

        CommandProcess told = run("sweep", "--dry-run");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .containsPattern("expired steps.* more than 100000 +2 h 0 min")
                .containsPattern("expired token records +0 +-");

        environment.put("GRANTKEEP_SWEEPER_BATCH_SIZE", "10000");
        environment.put("GRANTKEEP_SWEEPER_ROWS_PER_SECOND", "1000000");
        CommandProcess swept = run("sweep", "--output", "json");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(swept.out()).contains("\"reclaimed\": 100001");
        assertThat(run("sweep", "--dry-run").out()).containsPattern("expired steps.* 0 +-");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void nothingIsSweptWhereNoDatabaseIs() throws IOException {
        CommandProcess sweep = run("sweep");

        assertThat(sweep.code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(sweep.err()).contains("There is no database yet").hasLineCount(1);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void embeddedDatabaseOfARunningServerIsSweptByThatServer() throws IOException {
        try (ApplicationProcess server = ApplicationProcess.start(directory, environment)) {
            server.uri();

            CommandProcess sweep = run("sweep", "--dry-run");
            assertThat(sweep.code()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(sweep.err())
                    .contains("another process has the file", "sweeps by itself")
                    .hasLineCount(1);
            server.terminate();
            server.output();
        }
        CommandProcess sweep = run("sweep", "--dry-run");
        assertThat(sweep.code()).as(sweep.err()).isZero();
        assertThat(sweep.out()).containsPattern("removed services +0 +-");
    }

    @Test
    void databaseOfANewerVersionIsLeftAsItIs() throws IOException, SQLException {
        onPostgres();
        run("migrate");
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) values (99, '4711', 'later', 'SQL', 'V4711__later.sql', 1,"
                + " 'x', 1, true)");

        CommandProcess migrate = run("migrate");
        assertThat(migrate.code()).isEqualTo(ExitCode.NEWER_DATABASE.number());
        assertThat(migrate.err())
                .contains("newer version of Grantkeep (schema 4711)")
                .hasLineCount(1);
        assertThat(run("doctor").out()).containsPattern("mend +database");
    }

    @Test
    void migrationThatIsHalfDoneIsExplained() throws IOException, SQLException {
        onPostgres();
        run("migrate");
        execute("update flyway_schema_history set success = false where version = '16'");

        CommandProcess migrate = run("migrate", "--dry-run");
        assertThat(migrate.code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(migrate.err())
                .contains("Step 16", "begun and not finished", "Restore the backup")
                .hasLineCount(1);
    }

    @Test
    void databaseThatSomebodyElseMadeIsTold() throws IOException, SQLException {
        onPostgres();
        run("migrate");
        execute("update flyway_schema_history set checksum = 4711 where version = '3'");

        assertThat(run("migrate").err()).contains("Steps 3 of the schema are not those of this version");
    }

    @Test
    void databaseThatIsNotThereIsTold() throws IOException {
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:1/grantkeep");

        CommandProcess migrate = run("migrate");
        assertThat(migrate.code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(migrate.err()).contains("cannot be used").hasLineCount(1);
        CommandProcess doctor = doctor();
        assertThat(doctor.code()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(doctor.out()).containsPattern("mend +database").contains("DATASOURCES_DEFAULT_URL");
    }

    @Test
    void indexesOfMongoDbAreToldAndThenMadeAndThenNoneIsMissing() throws IOException {
        onMongo(MongoTestServer.chosen().newDatabase());

        assertThat(run("migrate", "--dry-run").out()).contains("MongoDB", "index token.access", "wouldBeDone");
        assertThat(doctor().out()).containsPattern("warning +database +Indexes are missing.* grantkeep migrate");
        assertThat(run("sweep", "--dry-run").err())
                .contains("Indexes are missing: 'grantkeep migrate'")
                .hasLineCount(1);
        CommandProcess done = run("migrate");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(run("migrate", "--dry-run", "--output", "json").out()).contains("\"wouldBeDone\": []");
        assertThat(doctor().out()).containsPattern("ok +database +MongoDB, its schema is up to date");
    }

    @Test
    void indexOfMongoDbThatSomebodyHasDroppedIsTold() throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        onMongo(uri);
        run("migrate");
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(uri.replaceFirst(".*/([^?]+).*", "$1"))
                    .getCollection("token")
                    .dropIndex("purge");
        }

        assertThat(run("migrate", "--dry-run", "--output", "json").out())
                .containsPattern("\"wouldBeDone\": \\[\\s*\"index token.purge\"\\s*]");
    }

    @Test
    void deadRecordsInMongoDbAreCountedAndSwept() throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        onMongo(uri);
        run("migrate");
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(uri.replaceFirst(".*/([^?]+).*", "$1"))
                    .getCollection("step")
                    .insertOne(new Document("_id", "expired")
                            .append("expiresAt", Date.from(Instant.now().minusSeconds(7_230))));
        }

        CommandProcess told = run("sweep", "--dry-run");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).containsPattern("expired steps.* 1 +2 h 0 min");
        assertThat(run("sweep", "--output", "json").out()).contains("\"reclaimed\": 1");
    }

    @Test
    void mongoDbThatIsNotThereIsTold() throws IOException {
        onMongo("mongodb://127.0.0.1:1/grantkeep?serverSelectionTimeoutMS=200");

        CommandProcess migrate = run("migrate");
        assertThat(migrate.code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(migrate.err())
                .contains("The database at MONGODB_URI cannot be used")
                .hasLineCount(1);
        assertThat(doctor().out()).containsPattern("mend +database +The database at MONGODB_URI");
    }

    @Test
    void passwordOfTheDatabaseIsNotShown() throws IOException {
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=a-secret-of-mine");
        environment.put("DATASOURCES_DEFAULT_PASSWORD", "a-secret-of-mine");

        CommandProcess config = run("config");
        assertThat(config.out()).contains("password=(hidden)").doesNotContain("a-secret-of-mine");
        CommandProcess doctor = doctor();
        assertThat(doctor.out() + doctor.err()).doesNotContain("a-secret-of-mine");
    }

    @Test
    void fileThatIsNoDatabaseIsTold() throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.write(
                data.resolve("grantkeep.mv.db"),
                "not a database, but long enough to look like one".repeat(500).getBytes(StandardCharsets.UTF_8));

        CommandProcess doctor = doctor();
        assertThat(doctor.code()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(doctor.out()).containsPattern("mend +database");
        assertThat(doctor.err()).isEmpty();
    }

    @Test
    void configurationShowsWhereEachValueComesFrom() throws IOException {
        environment.put("GRANTKEEP_WORKERS", "7");
        environment.put("GRANTKEEP_WORKRES", "8");
        environment.put("GRANTKEEP_OWNER_ACCESS_TOKEN", "a-secret-of-mine");
        environment.put("GRANTKEEP_SERVICE_HOST", "10.0.0.1");

        CommandProcess config = run("config");
        assertThat(config.code()).isZero();
        assertThat(config.out())
                .containsPattern("GRANTKEEP_WORKERS +7 .*environment")
                .containsPattern("GRANTKEEP_OWNER_ACCESS_TOKEN +\\(hidden\\) .*environment")
                .containsPattern("GRANTKEEP_QUEUE_SIZE +1000 .*default")
                .doesNotContain("a-secret-of-mine");
        assertThat(config.err())
                .contains("GRANTKEEP_WORKRES is no setting; is GRANTKEEP_WORKERS meant?")
                .doesNotContain("GRANTKEEP_SERVICE_HOST");
    }

    @Test
    void configurationWithWhichNothingStartsIsTold() throws IOException {
        environment.put("GRANTKEEP_WORKERS", "many");

        CommandProcess config = run("config");
        assertThat(config.code()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(config.err()).contains("grantkeep.workers").hasLineCount(1);
        assertThat(doctor().out()).containsPattern("mend +configuration");
    }

    @Test
    void dataDirectoryThatIsThrownAwayIsWarnedOf() throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        environment.put("GRANTKEEP_DATA_DIRECTORY", data.toString());

        assertThat(doctor().out()).contains("does not outlive");
    }

    @Test
    void serverThatIsNotThereIsNotHealthy() throws IOException {
        assertThat(run("health", "--url", "http://127.0.0.1:1").code()).isEqualTo(ExitCode.UNHEALTHY.number());
    }

    @Test
    void completionIsAScriptThatBashTakes() throws IOException, InterruptedException {
        CommandProcess script = run("completion", "bash");
        Path file = Files.writeString(directory.resolve("completion"), script.out());

        Process bash =
                new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start();
        assertThat(bash.waitFor()).isZero();
        assertThat(script.out()).contains("rotate-secret");
        assertThat(run("completion", "zsh").out()).contains("bashcompinit", "rotate-secret");
    }

    @Test
    void everySettingOfTheReadmeIsKnown() throws IOException {
        Set<String> named = Pattern.compile("`(GRANTKEEP_[A-Z_]+)`")
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        named.forEach(name -> environment.put(name, ""));

        assertThat(run("config").err()).doesNotContain("is no setting");
    }

    /** Nothing that the serving path does not need is loaded on it. */
    @Test
    void serverLoadsNoCommand() throws IOException {
        CommandProcess server = run(
                List.of("-Xlog:class+load:file=" + directory.resolve("classes")), "serve", "-micronaut.server.port=x");

        assertThat(server.code()).isEqualTo(1);
        assertThat(directory.resolve("classes"))
                .content()
                .contains("dev.grantkeep.bootstrap.Serving")
                .doesNotContain("picocli", "dev.grantkeep.adapter.cli", "dev.grantkeep.bootstrap.commands");
    }

    private void onPostgres() {
        TestDatabase database = TestDatabase.postgres();
        environment.put("DATASOURCES_DEFAULT_URL", database.url());
        environment.put("DATASOURCES_DEFAULT_USERNAME", database.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", database.password());
    }

    private void onMongo(String uri) {
        environment.put("GRANTKEEP_PERSISTENCE", "mongo");
        environment.put("MONGODB_URI", uri);
    }

    /** Of a machine whose server does not run. */
    private CommandProcess doctor() throws IOException {
        return run("doctor", "--url", "http://127.0.0.1:1");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.get("DATASOURCES_DEFAULT_URL"),
                        environment.get("DATASOURCES_DEFAULT_USERNAME"),
                        environment.get("DATASOURCES_DEFAULT_PASSWORD"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private CommandProcess run(String... words) throws IOException {
        return CommandProcess.run(directory, environment, words);
    }

    private CommandProcess run(List<String> options, String... words) throws IOException {
        return CommandProcess.run(directory, environment, options, words);
    }
}
