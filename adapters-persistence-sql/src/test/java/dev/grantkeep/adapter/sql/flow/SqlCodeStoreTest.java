package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.CodeStoreContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlCodeStoreTest {
    @Nested
    final class OnH2 extends CodeStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends CodeStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
