package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Callers notice nothing while the nodes that serve them are replaced one by one, by another release and back.
 *
 * <p>The system property {@code upgrade.before} names the jar of the release before; without it both are this one, and what
 * is tried is the stopping and starting.
 */
final class RollingUpdateTest {
    private static final @Nullable String BEFORE = System.getProperty("upgrade.before");

    private final Deque<GrantkeepProcess> nodes = new ArrayDeque<>();
    private final List<GrantkeepProcess> all = new ArrayList<>();

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @EnumSource(
            value = StoreMode.class,
            names = {"POSTGRESQL", "MONGODB"})
    void nobodyNoticesThatNodesAreReplaced(StoreMode mode) throws Exception {
        assumeTrue(StoreMode.chosen().contains(mode), "The stores are chosen.");
        Map<String, String> settings = new HashMap<>(mode.durableSettings());
        settings.put("grantkeep.stop-delay", "500ms");
        try (Balancer balancer = new Balancer()) {
            add(balancer, before(settings));
            add(balancer, before(settings));
            Told told = new Told();
            OAuthClient client = Tenant.create(owner(balancer)).client();
            try {
                new MixedLoad(client, told, 1).runDuring(() -> replaceAll(balancer, settings, told));
            } finally {
                assertThat(balancer.faults()).isEmpty();
            }
            assertThat(told.acknowledged()).isGreaterThan(100);
            assertThat(told.compare(client, 1_000)).isEmpty();
            assertThat(told.useAgain(client, 20)).isEmpty();
        } finally {
            for (GrantkeepProcess process : all) {
                process.close();
            }
        }
    }

    private void replaceAll(Balancer balancer, Map<String, String> settings, Told told) throws Exception {
        for (int i = 0; i < 2; i++) {
            underLoad(told, () -> replaced(balancer, now(settings)));
        }
        for (int i = 0; i < 2; i++) {
            underLoad(told, () -> restartedInPlace(balancer, settings));
        }
        underLoad(told, () -> replaced(balancer, before(settings)));
    }

    /** Callers are answered meanwhile. */
    private static void underLoad(Told told, MixedLoad.Work replacement) throws Exception {
        long before = told.acknowledged();
        replacement.run();
        assertThat(told.acknowledged()).isGreaterThan(before + 10);
    }

    private void replaced(Balancer balancer, GrantkeepProcess node) throws Exception {
        add(balancer, node);
        balancer.remove(nodes.peek().uri());
        nodes.remove().stop();
    }

    /** Nobody tells the balancer: a node that is stopped says so in time. */
    private void restartedInPlace(Balancer balancer, Map<String, String> settings) throws Exception {
        nodes.peek().stop();
        balancer.remove(nodes.remove().uri());
        add(balancer, now(settings));
    }

    private static Api owner(Balancer balancer) {
        return new Api(
                balancer.uri(),
                Dialect.V2,
                1,
                Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
    }

    private void add(Balancer balancer, GrantkeepProcess node) throws InterruptedException {
        nodes.add(node);
        all.add(node);
        balancer.add(node.uri());
    }

    private GrantkeepProcess before(Map<String, String> settings) throws IOException {
        return BEFORE == null ? now(settings) : GrantkeepProcess.startJar(Path.of(BEFORE), settings, ownDirectory());
    }

    private GrantkeepProcess now(Map<String, String> settings) throws IOException {
        return GrantkeepProcess.start(settings, ownDirectory());
    }

    private Path ownDirectory() throws IOException {
        return Files.createTempDirectory(directory, "node");
    }
}
