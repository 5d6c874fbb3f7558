package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Grantkeep is killed again and again in the middle of a mixed load and started on the same database, which grows old.
 * Nothing that was acknowledged is lost, nothing that was revoked, removed or taken comes back. The system property
 * {@code crash.cycles} says how often; {@code ./reliability/run crash} runs it long.
 */
final class ManyCrashesTest {
    private static final int OF_THE_REST = 150;
    private static final int USED_AGAIN = 3;

    @TempDir
    private Path directory = Path.of(".");

    private final Random random = new Random();
    private final Told told = new Told();
    private final List<String> differences = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("stores")
    void nothingAcknowledgedIsLostAndNothingRevokedComesBack(StoreMode mode) throws Exception {
        int cycles = Integer.getInteger("crash.cycles", mode == StoreMode.H2 ? 6 : 3);
        Map<String, String> store = mode.durableSettings();
        OAuthClient client = firstCycle(store);
        for (int cycle = 2; cycle <= cycles; cycle++) {
            try (GrantkeepProcess process = GrantkeepProcess.start(store, directory)) {
                client = client.at(process);
                look(client, cycle, OF_THE_REST);
                new MixedLoad(client, told, rounds()).runUntilKilled(process);
            }
        }
        try (GrantkeepProcess process = GrantkeepProcess.start(store, directory)) {
            look(client.at(process), cycles + 1, Integer.MAX_VALUE);
        }
        System.out.printf(
                "%s: %d times kill -9, %,d changes acknowledged, %d lost or come back%n",
                mode, cycles, told.acknowledged(), differences.size());
        assertThat(differences).isEmpty();
    }

    static List<StoreMode> stores() {
        return StoreMode.chosen().stream()
                .filter(mode -> mode != StoreMode.MONGODB)
                .toList();
    }

    private OAuthClient firstCycle(Map<String, String> store) throws Exception {
        try (GrantkeepProcess process = GrantkeepProcess.start(store, directory)) {
            OAuthClient client = Tenant.create(process.owner()).client();
            new MixedLoad(client, told, rounds()).runUntilKilled(process);
            return client;
        }
    }

    private int rounds() {
        return 50 + random.nextInt(200);
    }

    private void look(OAuthClient client, int start, int ofTheRest) {
        List<String> found = new ArrayList<>(told.compare(client, ofTheRest));
        found.addAll(told.useAgain(client, USED_AGAIN));
        found.forEach(difference -> System.out.println("start " + start + ": " + difference));
        differences.addAll(found);
    }
}
