package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.ClientStoreContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlClientStoreTest {
    @Nested
    final class OnH2 extends ClientStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends ClientStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
