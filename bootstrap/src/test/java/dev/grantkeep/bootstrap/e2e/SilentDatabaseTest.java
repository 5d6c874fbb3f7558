package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.bootstrap.e2e.FaultProxy.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of ten seconds with the settings that nobody has changed. */
final class SilentDatabaseTest {
    /** More than there are workers, so that some wait for one. */
    private static final int CALLERS = 150;

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.DatabaseFaultTest#stores")
    void callsAnswerInTimeWhileTheDatabaseIsSilentAndAgainWhenItSpeaks(StoreMode mode) throws Exception {
        try (ProxiedStore store = ProxiedStore.of(mode);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Tenant tenant = Tenant.create(store.node(Map.of()));
            OAuthClient client = tenant.client();
            Tokens tokens = client.tokens("user", "read");

            store.proxy().begin(Fault.STALL);
            List<Future<TimedAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                String subject = "user" + i;
                answers.add(callers.submit(() -> TimedAnswer.of(() -> client.create(subject))));
                answers.add(callers.submit(() -> TimedAnswer.of(() -> tenant.introspect(tokens.access()))));
            }
            for (Future<TimedAnswer> answer : answers) {
                assertThat(answer.get().bounded().isGood()).isFalse();
            }

            long healed = System.nanoTime();
            store.proxy().begin(Fault.FORGET);
            store.proxy().heal();
            while (!TimedAnswer.of(() -> tenant.introspect(tokens.access()))
                    .bounded()
                    .isGood()) {
                assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(TimedAnswer.MOST);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(TimedAnswer.MOST);
            assertThat(tenant.works(tokens.access())).isTrue();
        }
    }
}
