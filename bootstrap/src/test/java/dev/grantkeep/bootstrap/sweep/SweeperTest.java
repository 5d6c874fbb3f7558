package dev.grantkeep.bootstrap.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.Reclaimer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private static final Sweep.Result DONE = new Sweep.Result(0, true);

    @Test
    void itSweepsAgainAndAgainAndNeverTwiceAtOnce() throws InterruptedException {
        CountDownLatch sweeps = new CountDownLatch(20);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        run(everyMillisecond(), sweeps, command -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            sweeps.countDown();
            running.decrementAndGet();
            return DONE;
        });

        assertThat(sweeps.getCount()).isZero();
        assertThat(most).hasValue(1);
    }

    @Test
    void aFailedSweepIsTriedAgain() throws InterruptedException {
        CountDownLatch sweeps = new CountDownLatch(3);

        run(everyMillisecond(), sweeps, command -> {
            sweeps.countDown();
            throw new IllegalStateException("the store is away");
        });

        assertThat(sweeps.getCount()).isZero();
    }

    @Test
    void whatIsLeftIsSweptWithoutWaiting() throws InterruptedException {
        CountDownLatch sweeps = new CountDownLatch(5);
        AtomicInteger count = new AtomicInteger();
        SweeperSettings afterTheFirst = new SweeperSettings(true, Duration.ofMillis(1), Duration.ZERO, 100, 1, 25_000);

        run(afterTheFirst, sweeps, command -> {
            sweeps.countDown();
            return new Sweep.Result(command.batchSize(), count.incrementAndGet() >= 5);
        });

        assertThat(sweeps.getCount()).isZero();
    }

    private static void run(SweeperSettings settings, CountDownLatch until, Sweep sweep) throws InterruptedException {
        Sweeper sweeper = new Sweeper(sweep, new NothingDead(), new LastSweep(), () -> Instant.EPOCH, settings);
        sweeper.start();
        until.await(20, TimeUnit.SECONDS);
        sweeper.stop();
    }

    private static SweeperSettings everyMillisecond() {
        return new SweeperSettings(true, Duration.ofMillis(1), Duration.ofMillis(1), 100, 1, 25_000);
    }

    private static final class NothingDead implements DeadRecords {
        @Override
        public Optional<Instant> oldest(Instant now) {
            return Optional.empty();
        }

        @Override
        public Count count(Reclaimer.Work work, Instant now, int most) {
            return new Count(0, false, null);
        }
    }
}
