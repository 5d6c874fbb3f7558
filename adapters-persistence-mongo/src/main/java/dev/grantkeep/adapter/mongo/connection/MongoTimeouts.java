package dev.grantkeep.adapter.mongo.connection;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long MongoDB may take. What the connection string says wins, but for a call, which is held to the last one and to
 * its own deadline.
 *
 * @param connectTimeout to connect
 * @param selectionTimeout to find a server that can be asked
 * @param poolTimeout to get a connection of the pool
 * @param answerTimeout for one operation of a call, with all that belongs to it: a server, a connection, the answer, and
 *     a second attempt
 */
@ConfigurationProperties("mongodb")
public record MongoTimeouts(
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "3s") Duration selectionTimeout,
        @Bindable(defaultValue = "3s") Duration poolTimeout,
        @Bindable(defaultValue = "5s") Duration answerTimeout) {
    /** Those that hold if nothing is set. */
    static final MongoTimeouts USUAL = new MongoTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(5));
}
