package dev.grantkeep.adapter.mongo.connection;

import dev.grantkeep.application.port.StoreUnavailable;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the database when the application starts. If the server cannot be reached, it says so in one line and goes on
 * trying beside; until it succeeds, every store is unavailable.
 */
@Singleton
public final class MongoStartup implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(MongoStartup.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final CountDownLatch closed = new CountDownLatch(1);

    MongoStartup(Database database) {
        this.database = database;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        try {
            check();
        } catch (StoreUnavailable e) {
            LOG.warn("MongoDB cannot be used yet, trying on: {}", firstLine(e));
            Thread.ofPlatform().daemon().name("mongo-start").start(this::tryOn);
        }
    }

    /**
     * Reaches the server and creates missing indexes.
     *
     * @throws StoreUnavailable if that is not possible within the time-out for finding a server, 3 seconds by default
     */
    public void check() {
        database.prepare();
    }

    @PreDestroy
    void close() {
        closed.countDown();
    }

    private void tryOn() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (succeeds()) {
                    LOG.info("MongoDB can be used now.");
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds() {
        try {
            check();
            return true;
        } catch (StoreUnavailable e) {
            LOG.debug("MongoDB cannot be used yet", e);
            return false;
        } catch (IllegalStateException e) {
            if (closed.getCount() > 0) {
                throw e;
            }
            return false; // The client was closed meanwhile.
        }
    }

    private static String firstLine(StoreUnavailable e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
