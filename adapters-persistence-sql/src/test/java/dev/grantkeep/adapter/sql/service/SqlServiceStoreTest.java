package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.ServiceStoreContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlServiceStoreTest {
    @Nested
    final class OnH2 extends ServiceStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends ServiceStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
