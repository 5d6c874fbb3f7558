package dev.grantkeep.benchmark.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL that somebody else runs, named by a JDBC URL with user and password. */
public final class GivenPostgres {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]+)(?:\\?(.*))?");

    private GivenPostgres() {}

    public static Postgres at(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a database is given as jdbc:postgresql://host:port/database?user=...&password=...");
        }
        Map<String, String> parameters = parameters(parts.group(3) == null ? "" : parts.group(3));
        String user = parameters.getOrDefault("user", "postgres");
        String password = parameters.getOrDefault("password", "");
        try (Connection connection = DriverManager.getConnection(parts.group(1) + parts.group(2), user, password)) {
            return new Postgres(
                    parts.group(1), parts.group(2), user, password, Postgres.postmasterOf(connection), false);
        } catch (SQLException e) {
            throw new IllegalArgumentException("the given PostgreSQL cannot be used: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
