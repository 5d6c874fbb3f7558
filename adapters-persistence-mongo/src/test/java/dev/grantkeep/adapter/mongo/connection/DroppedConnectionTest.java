package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.connection.Change.Trial;
import dev.grantkeep.adapter.mongo.testing.DroppingProxy;
import dev.grantkeep.adapter.mongo.testing.DroppingProxy.Moment;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.port.StoreUnavailable;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever write is on its way when the connection breaks: it either succeeds or says that the store is unavailable, and
 * it happened entirely or not at all.
 */
final class DroppedConnectionTest {
    private static final int MOST_WRITES = 5;

    static Stream<Change> changes() {
        return Changes.all();
    }

    @Nested
    final class WithRetryableWrites {
        @ParameterizedTest
        @MethodSource("dev.grantkeep.adapter.mongo.connection.DroppedConnectionTest#changes")
        void aWriteHappensEntirelyOrNotAtAll(Change change) throws IOException {
            everyCut(change, "retryWrites=true");
        }
    }

    @Nested
    final class WithoutRetryableWrites {
        @ParameterizedTest
        @MethodSource("dev.grantkeep.adapter.mongo.connection.DroppedConnectionTest#changes")
        void aWriteHappensEntirelyOrNotAtAll(Change change) throws IOException {
            everyCut(change, "retryWrites=false");
        }
    }

    private static void everyCut(Change change, String options) throws IOException {
        for (Moment moment : Moment.values()) {
            int write = 1;
            while (isCutAt(write, moment, change, options)) {
                assertThat(write++).isLessThan(MOST_WRITES);
            }
            assertThat(write).as("every change writes").isGreaterThan(1);
        }
    }

    /** Whether there was such a write. */
    private static boolean isCutAt(int write, Moment moment, Change change, String options) throws IOException {
        MongoStores direct = MongoStores.shared();
        try (DroppingProxy proxy = new DroppingProxy(direct.uri(), options);
                MongoStores proxied = MongoStores.on(proxy.uri(), Map.of())) {
            Trial trial = change.prepare().apply(direct);
            Object before = trial.look().apply(direct);
            proxy.cutAt(write, moment);
            boolean answered = isAnswered(trial, proxied);
            Object seen = trial.look().apply(direct);
            assertThat(seen).isIn(before, trial.after());
            if (answered) {
                assertThat(seen).isEqualTo(trial.after());
            }
            return proxy.hasCut();
        }
    }

    private static boolean isAnswered(Trial trial, Stores stores) {
        try {
            assertThat((Object) trial.act().apply(stores)).isNotNull();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }
}
