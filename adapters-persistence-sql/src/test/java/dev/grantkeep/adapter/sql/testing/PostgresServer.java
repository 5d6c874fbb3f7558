package dev.grantkeep.adapter.sql.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this JVM's tests, chosen once. {@code TEST_POSTGRESQL_SOURCE} is
 *
 * <ul>
 *   <li>{@code external}: the one at {@code TEST_POSTGRESQL_URL} (JDBC), with {@code TEST_POSTGRESQL_USERNAME} and
 *       {@code TEST_POSTGRESQL_PASSWORD};
 *   <li>{@code docker}: a container of the image {@code TEST_POSTGRESQL_IMAGE}, {@code postgres:18-alpine} if not set;
 *   <li>{@code fallback}: a real PostgreSQL from Maven Central, started as a process;
 *   <li>{@code auto}, the default: external if there is a URL, else docker if an engine runs and has the image, else
 *       fallback.
 * </ul>
 *
 * <p>What was chosen is printed when the tests are over. If it cannot be had, the tests fail; nothing is skipped.
 */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final class Chosen {
        static final PostgresServer SERVER = choose();
    }

    private static volatile @Nullable String description;

    private final TestDatabase home;

    private PostgresServer(String description, String url, String username, String password) {
        this.home = new TestDatabase(url, username, password);
        PostgresServer.description = description + ", PostgreSQL " + version();
    }

    public static PostgresServer chosen() {
        return Chosen.SERVER;
    }

    /** Which one the tests used; empty if none did. */
    static Optional<String> description() {
        return Optional.ofNullable(description);
    }

    private static PostgresServer choose() {
        String source = setting("SOURCE", "auto").toLowerCase(Locale.ROOT);
        return switch (source) {
            case "external" -> external();
            case "docker" -> docker();
            case "fallback" -> fallback();
            case "auto" ->
                setting("URL", "").isEmpty() ? DockerImage.isReady(image()) ? docker() : fallback() : external();
            default ->
                throw new IllegalStateException(
                        "TEST_POSTGRESQL_SOURCE is auto, external, docker or fallback, not " + source);
        };
    }

    private static PostgresServer external() {
        String url = setting("URL", "");
        if (url.isEmpty()) {
            throw new IllegalStateException("TEST_POSTGRESQL_SOURCE=external needs TEST_POSTGRESQL_URL");
        }
        return new PostgresServer("external at " + url, url, setting("USERNAME", "postgres"), setting("PASSWORD", ""));
    }

    private static PostgresServer docker() {
        PostgreSQLContainer container = new PostgreSQLContainer(image()).withCommand("postgres", "-c", "fsync=off");
        container.start();
        return new PostgresServer(
                "docker " + image(), container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static PostgresServer fallback() {
        try {
            @SuppressWarnings("resource") // it stops with the JVM
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return new PostgresServer("fallback", server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException("the fallback PostgreSQL does not start", e);
        }
    }

    private static String image() {
        return setting("IMAGE", "postgres:18-alpine");
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv("TEST_POSTGRESQL_" + name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** A new schema, which is removed when the JVM ends. */
    TestDatabase newDatabase() {
        String schema = "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        execute("create schema " + schema);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(schema)));
        String url = home.url() + (home.url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
        return new TestDatabase(url, home.username(), home.password());
    }

    private void drop(String schema) {
        try {
            execute("drop schema " + schema + " cascade");
        } catch (IllegalStateException e) {
            // A server that is gone has no schema.
        }
    }

    private String version() {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be reached", e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(home.url(), home.username(), home.password());
    }
}
