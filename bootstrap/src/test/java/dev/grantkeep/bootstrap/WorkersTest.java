package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
@ParameterizedClass
@EnumSource
class WorkersTest {
    private static final int MOST = 2;
    private static final int MOST_WAITING = 2;
    private static final Duration QUEUE_TIMEOUT = Duration.ofMillis(300);

    private final CountDownLatch leave = new CountDownLatch(1);
    private final List<String> began = new CopyOnWriteArrayList<>();
    private final ExecutorService workers;

    /** Both kinds, whatever the JVM of this test would choose. */
    enum Kind {
        VIRTUAL(VirtualWorkers::executor),
        PLATFORM(PlatformWorkers::executor);

        final Function<WorkerSettings, ExecutorService> executor;

        Kind(Function<WorkerSettings, ExecutorService> executor) {
            this.executor = executor;
        }
    }

    WorkersTest(Kind kind) {
        workers = kind.executor.apply(new WorkerSettings(MOST, MOST_WAITING, QUEUE_TIMEOUT, Duration.ofSeconds(8)));
    }

    @AfterEach
    void shutDown() {
        leave.countDown(); // a failed test has not come so far
        workers.close();
    }

    @Test
    void noMoreRequestsThanSetAreWorkedOnAtOnce() throws InterruptedException {
        occupyAll();
        CountDownLatch third = begin("third");

        assertThat(third.await(100, TimeUnit.MILLISECONDS)).isFalse();
        leave.countDown();
        third.await();
        assertThat(began).containsExactly("third in time");
    }

    @Test
    void aRequestThatFailsMakesRoomForTheNext() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Future<?> failing = workers.submit(() -> {
                throw new IllegalStateException("fails");
            });
            assertThat(failing).failsWithin(Duration.ofSeconds(10));
        }
        begin("last").await();

        assertThat(began).containsExactly("last in time");
    }

    @Test
    void aRequestThatWaitsTooLongIsGivenUp() throws InterruptedException {
        occupyAll();
        CountDownLatch late = begin("late");

        late.await();

        assertThat(began).containsExactly("late refused");
    }

    @Test
    void oneTooManyToWaitIsRefusedAtOnce() throws InterruptedException {
        occupyAll();
        CountDownLatch first = begin("waiting");
        CountDownLatch second = begin("waiting");
        awaitQueued();

        begin("one too many").await();

        assertThat(began).containsExactly("one too many refused");
        leave.countDown();
        first.await();
        second.await();
    }

    @Test
    void eachRequestHasItsTime() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        workers.execute(() -> {
            began.add(Long.toString(
                    TimeUnit.NANOSECONDS.toMinutes(Deadline.current().nanosLeft())));
            done.countDown();
        });
        done.await();

        assertThat(began).containsExactly("0");
        assertThat(Deadline.current().nanosLeft()).isEqualTo(Long.MAX_VALUE);
    }

    private void occupyAll() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(MOST);
        for (int i = 0; i < MOST; i++) {
            workers.execute(() -> {
                all.countDown();
                awaitLeave();
            });
        }
        all.await();
    }

    private CountDownLatch begin(String name) {
        CountDownLatch begun = new CountDownLatch(1);
        workers.execute(() -> {
            began.add(name + (Deadline.current().hasPassed() ? " refused" : " in time"));
            begun.countDown();
        });
        return begun;
    }

    /** The virtual threads that wait are seen only by the first one that must not. */
    private void awaitQueued() throws InterruptedException {
        assertThat(leave.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void awaitLeave() {
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
