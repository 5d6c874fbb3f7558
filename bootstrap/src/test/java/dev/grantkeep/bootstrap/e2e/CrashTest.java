package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed in the middle of its work has lost nothing that it acknowledged. */
final class CrashTest {
    private static final int WORKERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void whatWasAcknowledgedIsThereAfterAKill(StoreMode mode) throws Exception {
        Map<String, String> store = mode.durableSettings();
        Burst burst;
        Tenant tenant;
        try (GrantkeepProcess process = GrantkeepProcess.start(store, directory)) {
            tenant = Tenant.create(process.owner());
            burst = new Burst(tenant.client());
            burst.runUntilKilled(process);
        }
        try (GrantkeepProcess again = GrantkeepProcess.start(store, directory)) {
            burst.assertNothingLost(
                    new Api(again.uri(), Dialect.V2, tenant.id(), tenant.api().authorization()));
        }
    }

    /** Issues, changes and deletes by several workers, each of which remembers what was acknowledged to it. */
    private static final class Burst {
        private final OAuthClient client;
        private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);

        Burst(OAuthClient client) {
            this.client = client;
        }

        void runUntilKilled(GrantkeepProcess process) throws InterruptedException, ExecutionException {
            try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
                List<Future<?>> running = new ArrayList<>();
                for (int worker = 0; worker < WORKERS; worker++) {
                    String name = "worker" + worker;
                    running.add(workers.submit(() -> work(name)));
                }
                assertThat(enough.await(20, TimeUnit.SECONDS))
                        .as("acknowledged calls: " + acknowledged.size())
                        .isTrue();
                process.kill();
                for (Future<?> worker : running) {
                    worker.get();
                }
            }
        }

        /** One pair of tokens after the other; every third is changed, every third is deleted. */
        private void work(String name) {
            for (int round = 0; ; round++) {
                Acknowledged state = new Acknowledged(name + "-" + round);
                try {
                    acknowledged.add(state);
                    step(state, round);
                } catch (UncheckedIOException killed) {
                    state.uncertain = true;
                    return;
                }
            }
        }

        private void step(Acknowledged state, int round) {
            Api api = client.api();
            state.token = client.create(state.subject, "scopes", List.of("read", "write"))
                    .does("OK")
                    .text("accessToken");
            enough.countDown();
            if (round % 3 == 1) {
                api.post("client/authorization/update/" + client.id(), "subject", state.subject, "scopes", "read")
                        .ok();
                state.scopes = List.of("read");
                enough.countDown();
            } else if (round % 3 == 2) {
                api.delete("client/authorization/delete/" + client.id() + "/" + state.subject)
                        .ok();
                state.deleted = true;
                enough.countDown();
            }
        }

        void assertNothingLost(Api api) {
            assertThat(acknowledged).hasSizeGreaterThan(ACKNOWLEDGED_BEFORE_THE_KILL / 3);
            for (Acknowledged state : acknowledged) {
                if (state.token.isEmpty()) {
                    continue;
                }
                Answer answer = api.post("auth/introspection", "token", state.token);
                if (state.deleted) {
                    answer.does("UNAUTHORIZED");
                } else if (!state.uncertain) {
                    assertThat(answer.does("OK").texts("scopes"))
                            .as(state.subject)
                            .containsExactlyInAnyOrderElementsOf(state.scopes);
                }
            }
        }
    }

    /** What one subject has been told; uncertain once a call of it was cut off. */
    private static final class Acknowledged {
        private final String subject;
        private volatile String token = "";
        private volatile List<String> scopes = List.of("read", "write");
        private volatile boolean deleted;
        private volatile boolean uncertain;

        Acknowledged(String subject) {
            this.subject = subject;
        }
    }
}
