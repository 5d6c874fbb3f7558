package dev.grantkeep.adapter.mongo.token;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenStoreContract;
import org.junit.jupiter.api.Nested;

final class MongoTokenStoreTest {
    @Nested
    final class Directly extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return MongoStores.shared();
        }
    }

    @Nested
    final class ThroughARouter extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return MongoStores.routed();
        }
    }

    @Nested
    final class WithEvents extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return MongoStores.withEvents();
        }
    }

    @Nested
    final class ThroughARouterWithEvents extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return MongoStores.routedWithEvents();
        }
    }
}
