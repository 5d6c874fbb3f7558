package dev.grantkeep.bootstrap.start;

import dev.grantkeep.adapter.mongo.connection.Topology;
import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings whose wrong values nothing else tells: a default would stand in for them, or the first call would fail. */
public final class Settings {
    private static final List<String> SWITCHES = List.of(
            Listening.EXCEPTION,
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

    private Settings() {}

    /**
     * @throws StartupRefused if one has a value that is none for it
     */
    public static void requireUsable(Environment environment) {
        SWITCHES.forEach(name -> requireSwitch(environment, name));
        LEAST_NUMBERS.forEach((name, least) -> requireNumber(environment, name, least));
        requireType(environment, "mongodb.topology", Topology.class, "STANDALONE, REPLICA_SET, ROUTED or UNKNOWN");
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

    private static Optional<String> text(Environment environment, String name) {
        return environment.getProperty(name, String.class);
    }

    private static void refuse(String name, String value, String expected) {
        throw new StartupRefused(
                "The setting " + name + " cannot be used: it is " + expected + ", not '" + value + "'.");
    }
}
