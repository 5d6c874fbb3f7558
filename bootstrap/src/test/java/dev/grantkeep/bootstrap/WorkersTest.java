package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
    private final CountDownLatch leave = new CountDownLatch(1);
    private final List<String> began = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = new Workers().workers(2);

    @AfterEach
    void shutDown() {
        leave.countDown(); // a failed test has not come so far
        workers.close();
    }

    @Test
    void noMoreRequestsThanSetAreWorkedOnAtOnce() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        workers.execute(() -> stay("first", both));
        workers.execute(() -> stay("second", both));
        both.await();
        workers.execute(() -> began.add("third"));

        Thread.sleep(100); // for the third to begin, if nothing kept it

        assertThat(began).containsExactlyInAnyOrder("first", "second");
        leave.countDown();
        endAll();
        assertThat(began).hasSize(3).last().isEqualTo("third");
    }

    @Test
    void aRequestThatFailsMakesRoomForTheNext() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            workers.submit(() -> {
                throw new IllegalStateException("fails");
            });
        }
        workers.execute(() -> began.add("last"));

        endAll();
        assertThat(began).containsExactly("last");
    }

    private void stay(String name, CountDownLatch arrived) {
        began.add(name);
        arrived.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endAll() throws InterruptedException {
        workers.shutdown();
        assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
}
