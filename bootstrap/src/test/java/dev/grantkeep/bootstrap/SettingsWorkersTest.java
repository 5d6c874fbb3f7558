package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class SettingsWorkersTest {
    private static final WorkerSettings SETTINGS =
            new WorkerSettings(64, 1_000, Duration.ofSeconds(4), Duration.ofSeconds(8));

    /** A virtual thread that computes keeps its processor until it is through. */
    @Test
    void largeSettingsLeaveProcessorsToHotCalls() throws InterruptedException, ExecutionException {
        try (ExecutorService workers = new Workers().settingsWorkers(SETTINGS, new SimpleMeterRegistry())) {
            assertThat(workers.submit(() -> Thread.currentThread().isVirtual()).get())
                    .isFalse();
        }
    }
}
