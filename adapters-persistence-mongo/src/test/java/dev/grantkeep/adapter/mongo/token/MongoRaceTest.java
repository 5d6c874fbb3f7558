package dev.grantkeep.adapter.mongo.token;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.RaceContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class MongoRaceTest {
    @Nested
    final class Directly extends RaceContract {
        @Override
        protected Stores stores() {
            return MongoStores.shared();
        }
    }

    @Nested
    final class ThroughARouter extends RaceContract {
        @Override
        protected Stores stores() {
            return MongoStores.routed();
        }
    }
}
