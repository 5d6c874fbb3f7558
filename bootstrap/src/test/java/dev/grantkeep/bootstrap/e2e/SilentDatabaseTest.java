package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.bootstrap.e2e.FaultProxy.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of ten seconds with the settings that nobody has changed. */
final class SilentDatabaseTest {
    /** More than there are workers, so that some wait for one. */
    private static final int CALLERS = 150;

    /** Fewer than the pool has. */
    private static final int CONNECTIONS = 6;

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

    /** What a statement that failed leaves behind has to be rolled back, which nothing may wait for without end either. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void callsAnswerInTimeWhoseTransactionFailsBeforeTheDatabaseFallsSilent(StoreMode mode) throws Exception {
        assumeThat(StoreMode.chosen()).contains(mode);
        try (ProxiedStore store = ProxiedStore.of(mode);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Tenant tenant = Tenant.create(store.node(Map.of()));
            OAuthClient client = tenant.client();
            List<Tokens> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(client.tokens("user" + i, "read"));
            }
            List<Future<TimedAnswer>> answers = new ArrayList<>();
            try (Connection other = store.direct();
                    Statement locks = other.createStatement()) {
                other.setAutoCommit(false);
                locks.execute("select 1 from token for update");
                for (Tokens tokens : all) {
                    answers.add(callers.submit(
                            () -> TimedAnswer.of(() -> tenant.api().delete("auth/token/delete/" + tokens.access()))));
                }
                awaitWaiting(store, CONNECTIONS);
                store.proxy().beginAt("ROLLBACK", Fault.FORGET);
                for (Future<TimedAnswer> answer : answers) {
                    assertThat(answer.get(20, TimeUnit.SECONDS).bounded().isGood())
                            .isFalse();
                }
            }
            assertThat(store.proxy().isPending()).isFalse();
            long forgotten = System.nanoTime();
            store.proxy().heal();
            while (!TimedAnswer.of(() -> tenant.introspect("none")).bounded().isGood()) {
                assertThat(Duration.ofNanos(System.nanoTime() - forgotten)).isLessThan(TimedAnswer.MOST);
            }
        }
    }

    /** Until so many of the server's sessions wait for a lock. */
    private static void awaitWaiting(ProxiedStore store, int sessions) throws Exception {
        try (Connection other = store.direct();
                PreparedStatement look = other.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            long start = System.nanoTime();
            while (count(look) < sessions) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    private static int count(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
