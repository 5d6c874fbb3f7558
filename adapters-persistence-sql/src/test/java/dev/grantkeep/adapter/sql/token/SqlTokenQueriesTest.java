package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenQueriesContract;
import org.junit.jupiter.api.Nested;

final class SqlTokenQueriesTest {
    @Nested
    final class OnH2 extends TokenQueriesContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends TokenQueriesContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
