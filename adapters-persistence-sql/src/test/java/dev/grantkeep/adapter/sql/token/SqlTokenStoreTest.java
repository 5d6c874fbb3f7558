package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenStoreContract;
import org.junit.jupiter.api.Nested;

final class SqlTokenStoreTest {
    @Nested
    final class OnH2 extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }

    @Nested
    final class OnH2WithoutEvents extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2WithoutEvents();
        }
    }

    @Nested
    final class OnPostgresWithoutEvents extends TokenStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgresWithoutEvents();
        }
    }
}
