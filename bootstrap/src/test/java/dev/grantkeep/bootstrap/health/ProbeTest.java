package dev.grantkeep.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ProbeTest {
    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void manyQuestionsAreOneWrite() {
        Probe probe = new Probe("store", writes::incrementAndGet, Duration.ofSeconds(10));

        for (int i = 0; i < 100; i++) {
            assertThat(status(probe)).isEqualTo(HealthStatus.UP);
        }

        assertThat(writes).hasValue(1);
    }

    @Test
    void aWriteThatFailsIsDown() {
        Probe probe = new Probe(
                "store",
                () -> {
                    throw new IllegalStateException("full");
                },
                Duration.ofSeconds(10));

        assertThat(status(probe)).isEqualTo(HealthStatus.DOWN);
    }

    /** A second one would take a second connection. */
    @Test
    void aWriteThatHangsIsDownAndStaysTheOnlyOne() {
        CountDownLatch answer = new CountDownLatch(1);
        Probe probe = new Probe("store", () -> hang(answer), Duration.ofMillis(20));

        for (int i = 0; i < 60; i++) {
            assertThat(status(probe)).isEqualTo(HealthStatus.DOWN);
        }

        assertThat(writes).hasValue(1);
        answer.countDown();
    }

    private void hang(CountDownLatch answer) {
        writes.incrementAndGet();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HealthStatus status(Probe probe) {
        return Mono.from(probe.getResult()).block().getStatus();
    }
}
