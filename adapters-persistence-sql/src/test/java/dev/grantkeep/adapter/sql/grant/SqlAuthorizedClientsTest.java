package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.AuthorizedClientsContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlAuthorizedClientsTest {
    @Nested
    final class OnH2 extends AuthorizedClientsContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends AuthorizedClientsContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
