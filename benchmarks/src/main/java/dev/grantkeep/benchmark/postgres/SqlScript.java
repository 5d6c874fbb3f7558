package dev.grantkeep.benchmark.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A file of {@code resources/sql}. Its parameters, such as {@code :tokens}, are numbers, short names and intervals. */
final class SqlScript {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");
    private static final Pattern HARMLESS = Pattern.compile("[-a-z0-9 ]+");

    private final String text;

    private SqlScript(String text) {
        this.text = text;
    }

    static SqlScript named(String name) {
        try (InputStream in = SqlScript.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no such script: " + name);
            }
            return new SqlScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(Connection on, Map<String, Object> parameters) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(with(parameters));
        }
    }

    String with(Map<String, Object> parameters) {
        return PARAMETER.matcher(text).replaceAll(match -> value(match, parameters));
    }

    private static String value(MatchResult match, Map<String, Object> parameters) {
        String value = String.valueOf(parameters.get(match.group(1)));
        if (!parameters.containsKey(match.group(1)) || !HARMLESS.matcher(value).matches()) {
            throw new IllegalArgumentException("no good value for " + match.group());
        }
        return value;
    }
}
