package dev.grantkeep.adapter.sql.jdbc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long PostgreSQL may take; what the URL says wins. The first three are rounded up to whole seconds, and nothing is
 * without end by default.
 *
 * @param connectTimeout to reach the server
 * @param loginTimeout until a new connection can be used
 * @param socketTimeout for the server to say something while an answer is awaited
 * @param lockTimeout for a statement to get a lock that another has; the server sees to it, in milliseconds
 * @param idleTransactionTimeout after which the server ends a transaction that nothing was heard of, and frees its locks:
 *     the connection may have died without the server knowing; in milliseconds
 */
@ConfigurationProperties("grantkeep.postgresql")
public record PostgresSettings(
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "3s") Duration loginTimeout,
        @Bindable(defaultValue = "5s") Duration socketTimeout,
        @Bindable(defaultValue = "3s") Duration lockTimeout,
        @Bindable(defaultValue = "10s") Duration idleTransactionTimeout) {

    /** What the driver is told unless the user has told it something else; the driver lets the URL win. */
    Map<String, String> properties() {
        return Map.of(
                "connectTimeout", seconds(connectTimeout),
                "loginTimeout", seconds(loginTimeout),
                "socketTimeout", seconds(socketTimeout),
                "tcpKeepAlive", "true",
                // The detail of an error has the values of a row.
                "logServerErrorDetail", "false");
    }

    /** What a session sets when it begins, but for what the URL sets. */
    String session(String url) {
        Map<String, Duration> limits = new LinkedHashMap<>();
        limits.put("lock_timeout", lockTimeout);
        limits.put("idle_in_transaction_session_timeout", idleTransactionTimeout);
        StringBuilder session = new StringBuilder();
        limits.forEach((name, limit) -> {
            if (!url.toLowerCase(Locale.ROOT).contains(name)) {
                session.append("set ")
                        .append(name)
                        .append(" = ")
                        .append(limit.toMillis())
                        .append(';');
            }
        });
        return session.toString();
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(999).toSeconds());
    }
}
