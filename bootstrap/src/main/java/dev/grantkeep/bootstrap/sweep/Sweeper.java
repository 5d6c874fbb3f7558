package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.bootstrap.start.AtRest;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps on one thread of its own, so that sweeps of one node never overlap. A failed one is tried again later. */
@Context
@Requires(property = "grantkeep.sweeper.enabled", notEquals = "false")
@Requires(notEnv = AtRest.ENVIRONMENT)
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sweep sweep;
    private final DeadRecords dead;
    private final LastSweep last;
    private final Clock clock;
    private final SweeperSettings settings;
    private final Sweep.Command command;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sweeper").factory());

    Sweeper(Sweep sweep, DeadRecords dead, LastSweep last, Clock clock, SweeperSettings settings) {
        this.sweep = sweep;
        this.dead = dead;
        this.last = last;
        this.clock = clock;
        this.settings = settings;
        command = settings.command();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @PostConstruct
    void start() {
        scheduleIn(pause());
    }

    /** Waits for a sweep that is under way; to interrupt it could close the embedded database's file. */
    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A sweep is still under way");
        }
    }

    private void scheduleIn(Duration delay) {
        if (!thread.isShutdown()) {
            thread.schedule(this::sweep, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        scheduleIn(sweepOnce() ? pause() : Duration.ZERO);
    }

    /** Whether there is nothing more to do for now. */
    private boolean sweepOnce() {
        try {
            Sweep.Result result = sweep.handle(command);
            Instant now = clock.now();
            last.note(now, dead.oldest(now).orElse(null));
            if (result.reclaimed() > 0) {
                LOG.debug("Reclaimed {}", result.reclaimed());
            }
            return result.finished();
        } catch (RuntimeException e) {
            LOG.warn("The sweep failed and will be tried again: {}", e.toString());
            return true;
        }
    }

    private Duration pause() {
        long jitter = settings.jitter().toMillis();
        return settings.interval()
                .plusMillis(jitter <= 0 ? 0 : ThreadLocalRandom.current().nextLong(jitter));
    }
}
