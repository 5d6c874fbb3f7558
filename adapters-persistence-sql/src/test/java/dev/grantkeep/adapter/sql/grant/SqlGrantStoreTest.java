package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.GrantStoreContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlGrantStoreTest {
    @Nested
    final class OnH2 extends GrantStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends GrantStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }

    @Nested
    final class OnH2WithoutEvents extends GrantStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2WithoutEvents();
        }
    }

    @Nested
    final class OnPostgresWithoutEvents extends GrantStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgresWithoutEvents();
        }
    }
}
