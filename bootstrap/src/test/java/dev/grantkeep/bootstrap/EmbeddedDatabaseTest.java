package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected of the version of H2 that is in use, with the options that Grantkeep sets. */
class EmbeddedDatabaseTest {
    private static final String FILE = "grantkeep.mv.db";
    private static final int COMMITS = 40;

    @TempDir
    Path directory;

    /**
     * The file as it is right after a commit is what a kill at that moment leaves. H2 2.5.252 loses most of these
     * commits as soon as it has room in the file to reuse: its header names the chunk before the newest one then.
     */
    @Test
    void everyCommitIsInTheFileWhenItIsAcknowledgedEvenInReusedRoom() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory));
                Connection connection = grantkeep
                        .context()
                        .getBean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set retention_time 0"); // else room is reused after 45 s only
            statement.execute("create table commits (id integer primary key, number integer, filler varchar)");
            for (int id = 0; id < 50; id++) {
                statement.execute("insert into commits values (%d, 0, repeat('x', 500))".formatted(id));
            }
            for (int number = 1; number <= COMMITS; number++) {
                statement.executeUpdate("update commits set number = %d where id = %d".formatted(number, number % 50));
                assertThat(newestInACopy()).isEqualTo(number);
            }
        }
    }

    @Test
    void aFileOfAnotherVersionOpensWithAllThatIsInIt() throws Exception {
        try (InputStream packed = EmbeddedDatabaseTest.class.getResourceAsStream("made-by-h2-2.5.252.mv.db.gz");
                InputStream file = new GZIPInputStream(Objects.requireNonNull(packed))) {
            Files.copy(file, directory.resolve(FILE));
        }
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory));
                Connection connection = grantkeep
                        .context()
                        .getBean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getConnection()) {
            assertThat(rows(connection))
                    .isEqualTo(Map.of(
                            "service", 1,
                            "client", 5,
                            "grant_head", 19,
                            "token", 32,
                            "authorization_code", 16,
                            "ticket", 8));
        }
    }

    private int newestInACopy() throws IOException, SQLException {
        Files.copy(directory.resolve(FILE), directory.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        String url = "jdbc:h2:file:" + directory.resolve("copy") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection copy = DriverManager.getConnection(url, "sa", "");
                Statement statement = copy.createStatement();
                ResultSet newest = statement.executeQuery("select max(number) from commits")) {
            newest.next();
            return newest.getInt(1);
        }
    }

    private static Map<String, Integer> rows(Connection connection) throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : new String[] {"service", "client", "grant_head", "token", "authorization_code", "ticket"}) {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                count.next();
                rows.put(table, count.getInt(1));
            }
        }
        return rows;
    }
}
