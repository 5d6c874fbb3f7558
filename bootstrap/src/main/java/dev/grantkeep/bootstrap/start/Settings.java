package dev.grantkeep.bootstrap.start;

import dev.grantkeep.adapter.mongo.connection.Topology;
import dev.grantkeep.bootstrap.log.LogFormat;
import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Settings whose wrong values nothing else tells: a default would stand in for them, or the first call would fail. */
public final class Settings {
    private static final List<String> SWITCHES = List.of(
            Listening.EXCEPTION,
            "grantkeep.log.calls",
            "grantkeep.outbound.allow-inner",
            "grantkeep.sweeper.enabled",
            "micronaut.server.ssl.enabled");

    private static final Map<String, Integer> LEAST_NUMBERS = Map.of(
            "grantkeep.workers", 1,
            "grantkeep.connections.most", 1,
            "grantkeep.outbound.max-bytes", 1_024,
            "mongodb.pool-size", 1,
            "datasources.default.maximum-pool-size", 1,
            "datasources.default.connection-timeout", 250,
            "grantkeep.queue-size", 0);
    private static final List<String> DURATIONS = List.of(
            "grantkeep.stop-delay",
            "grantkeep.queue-timeout",
            "grantkeep.answer-timeout",
            "grantkeep.sweeper.batch-timeout",
            "grantkeep.postgresql.connect-timeout",
            "grantkeep.postgresql.login-timeout",
            "grantkeep.postgresql.socket-timeout",
            "grantkeep.postgresql.lock-timeout",
            "grantkeep.postgresql.idle-transaction-timeout",
            "mongodb.connect-timeout",
            "mongodb.selection-timeout",
            "mongodb.pool-timeout",
            "mongodb.answer-timeout",
            "micronaut.lifecycle.graceful-shutdown.grace-period");

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]_-]+(/[A-Za-z0-9._~/-]*)?");

    private Settings() {}

    /**
     * @throws StartupRefused if one has a value that is none for it
     */
    public static void requireUsable(Environment environment) {
        SWITCHES.forEach(name -> requireSwitch(environment, name));
        LEAST_NUMBERS.forEach((name, least) -> requireNumber(environment, name, least));
        requireType(environment, "mongodb.topology", Topology.class, "STANDALONE, REPLICA_SET, ROUTED or UNKNOWN");
        text(environment, "grantkeep.traces.endpoint").ifPresent(Settings::requireAddress);
        text(environment, "grantkeep.traces.ratio").ifPresent(ratio -> requireRatio(environment, ratio));
        requireType(environment, LogFormat.PROPERTY, LogFormat.class, "text or json");
        requireSecond(environment, "grantkeep.connections.request-timeout");
        requireSecond(environment, "grantkeep.outbound.timeout");
        DURATIONS.forEach(name -> requireType(environment, name, Duration.class, "a duration such as 30s"));
    }

    private static void requireSwitch(Environment environment, String name) {
        text(environment, name)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> refuse(name, value, "true or false"));
    }

    private static void requireNumber(Environment environment, String name, int least) {
        text(environment, name)
                .filter(value -> environment
                        .convert(value, Integer.class)
                        .filter(number -> number >= least)
                        .isEmpty())
                .ifPresent(value -> refuse(name, value, "a whole number, at least " + least));
    }

    private static void requireType(Environment environment, String name, Class<?> type, String expected) {
        text(environment, name)
                .filter(value -> environment.convert(value, type).isEmpty())
                .ifPresent(value -> refuse(name, value, expected));
    }

    private static void requireSecond(Environment environment, String name) {
        text(environment, name)
                .filter(value -> environment
                        .convert(value, Duration.class)
                        .filter(time -> time.toSeconds() >= 1)
                        .isEmpty())
                .ifPresent(value -> refuse(name, value, "a duration of at least 1s"));
    }

    /** Without showing it: an address may hold a password. */
    private static void requireAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new StartupRefused("GRANTKEEP_TRACES_ENDPOINT is an address such as http://127.0.0.1:4318.");
        }
    }

    private static void requireRatio(Environment environment, String text) {
        if (environment
                .convert(text, Double.class)
                .filter(ratio -> ratio >= 0 && ratio <= 1)
                .isEmpty()) {
            refuse("grantkeep.traces.ratio", text, "a number from 0 to 1");
        }
    }

    private static Optional<String> text(Environment environment, String name) {
        return environment.getProperty(name, String.class);
    }

    private static void refuse(String name, String value, String expected) {
        throw new StartupRefused(
                "The setting " + name + " cannot be used: it is " + expected + ", not '" + value + "'.");
    }
}
