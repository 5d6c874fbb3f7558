package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MongoStartupTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(MongoStartup.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneLineAndUsedOnceItComes() throws IOException {
        int port = freePort();
        try (MongoStores stores = MongoStores.on(
                "mongodb://127.0.0.1:" + port + "/late?serverSelectionTimeoutMS=300&heartbeatFrequencyMS=500",
                Map.of())) {
            assertThat(log.list).hasSize(1);
            assertThat(log.list.get(0).getFormattedMessage())
                    .startsWith("MongoDB cannot be used yet")
                    .contains("127.0.0.1:" + port)
                    .doesNotContain("\n");
            assertThatThrownBy(() -> stores.bean(MongoHealth.class).check()).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() ->
                            stores.services().add(Changed.to(Services.aService().build())))
                    .isInstanceOf(StoreUnavailable.class);

            MongoServer server = new MongoServer(new MemoryBackend());
            server.bind("127.0.0.1", port);
            try {
                waitFor(stores.bean(MongoHealth.class));
                assertThat(stores.services().add(Changed.to(Services.aService().build())))
                        .isEqualTo(Saved.SAVED);
            } finally {
                server.shutdownNow();
            }
            assertThatThrownBy(() -> stores.bean(MongoHealth.class).check()).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aStoreThatWasNeverPreparedAnswersAtOnce() throws IOException {
        try (MongoStores stores =
                MongoStores.on("mongodb://127.0.0.1:" + freePort() + "/never?serverSelectionTimeoutMS=300", Map.of())) {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            stores.services().find(Services.aService().build().id()))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("since the start");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
        }
    }

    @Test
    void anEndIsQuietAlsoWhileTheServerIsLookedFor() throws IOException, InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread lookingFor;
        try (MongoStores stores = MongoStores.on(
                "mongodb://127.0.0.1:" + freePort() + "/never?serverSelectionTimeoutMS=1000", Map.of())) {
            lookingFor = threadInTheDriver();
            lookingFor.setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        }
        assertThat(lookingFor.join(Duration.ofSeconds(30))).isTrue();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aServerThatIsThereIsUsedAtOnce() {
        assertThatCode(() -> MongoStores.shared().bean(MongoHealth.class).check())
                .doesNotThrowAnyException();
        assertThatCode(() -> MongoStores.shared().bean(MongoStartup.class).check())
                .doesNotThrowAnyException();
    }

    /** The start tries on in a thread of its own. */
    private static void waitFor(MongoHealth health) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < patience) {
            try {
                health.check();
                return;
            } catch (StoreUnavailable e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new AssertionError("the server is there but not used");
    }

    private static Thread threadInTheDriver() {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < patience) {
            for (var running : Thread.getAllStackTraces().entrySet()) {
                if (running.getKey().getName().equals("mongo-start")
                        && Stream.of(running.getValue())
                                .anyMatch(frame -> frame.getMethodName().equals("selectServer"))) {
                    return running.getKey();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("no thread looks for the server");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
