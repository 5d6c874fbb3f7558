package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jar with little memory under a mixed load: it neither fails nor grows. {@code -Dsoak.seconds=3600} takes longer.
 */
final class SoakTest {
    private static final Path JAR = Path.of("target", "grantkeep.jar");
    private static final int SECONDS = Integer.getInteger("soak.seconds", 5);
    private static final int WORKERS = 8;
    private static final int PHASES = 4;
    /** The process dies of what a request might survive. */
    private static final String[] LITTLE_MEMORY = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};

    private static final Pattern LIVE = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\",.*} (\\S+)$");
    private static final double MOST_GROWTH = 1.5;
    /** What is not collected yet when the time was short. */
    private static final double MOST_GARBAGE = 30e6;

    @TempDir
    private Path directory = Path.of(".");

    private final AtomicLong calls = new AtomicLong();
    private volatile boolean ends;

    static Stream<StoreMode> stores() {
        return StoreMode.chosen().stream().filter(mode -> mode != StoreMode.MONGODB);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aServerWithLittleMemoryNeitherFailsNorGrows(StoreMode mode) throws Exception {
        try (GrantkeepProcess jar = GrantkeepProcess.startJar(JAR, mode.durableSettings(), directory, LITTLE_MEMORY);
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            OAuthClient client = Tenant.create(jar.owner()).client();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                String name = "worker" + i + "-";
                running.add(workers.submit(() -> work(client, name)));
            }
            List<Double> least = leastHeaps(jar);
            ends = true;
            for (Future<?> worker : running) {
                worker.get();
            }
            System.out.printf(
                    "Soak on %s: %d calls in %d s, least heap of each quarter %s MB%n",
                    mode,
                    calls.get(),
                    SECONDS,
                    least.stream().map(bytes -> Math.round(bytes / 1e6)).toList());
            assertThat(least.get(PHASES - 1)).isLessThan(MOST_GARBAGE + MOST_GROWTH * least.get(1));
        }
    }

    private void work(OAuthClient client, String name) {
        for (int round = 0; !ends; round++) {
            String subject = name + round;
            Tokens tokens = client.tokens(subject, "read write");
            Tokens refreshed = client.refreshed(tokens);
            for (int i = 0; i < 5; i++) {
                assertThat(client.tenant().works(refreshed.access())).isTrue();
            }
            client.create(subject).does("OK");
            client.api()
                    .post("client/authorization/update/" + client.id(), "subject", subject, "scopes", "read")
                    .ok();
            if (round % 2 == 0) {
                client.api()
                        .delete("client/authorization/delete/" + client.id() + "/" + subject)
                        .ok();
            }
            client.api().get("auth/token/get/list?subject=" + subject).ok();
            calls.addAndGet(13);
        }
    }

    /** The least that the heap held in each part of the time, which is near what lives. */
    private static List<Double> leastHeaps(GrantkeepProcess jar) throws Exception {
        List<Double> least = new ArrayList<>();
        Duration part = Duration.ofSeconds(SECONDS).dividedBy(PHASES);
        for (int phase = 0; phase < PHASES; phase++) {
            long end = System.nanoTime() + part.toNanos();
            double smallest = Double.MAX_VALUE;
            while (System.nanoTime() < end) {
                smallest = Math.min(smallest, heap(jar));
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            least.add(smallest);
        }
        return least;
    }

    private static double heap(GrantkeepProcess jar) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Matcher pools = LIVE.matcher(http.send(
                            HttpRequest.newBuilder(jar.uri().resolve("/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
            double used = 0;
            while (pools.find()) {
                used += Double.parseDouble(pools.group(1));
            }
            return used;
        }
    }
}
