package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TicketStoreContract;
import org.junit.jupiter.api.Nested;

final class SqlTicketStoreTest {
    @Nested
    final class OnH2 extends TicketStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends TicketStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
