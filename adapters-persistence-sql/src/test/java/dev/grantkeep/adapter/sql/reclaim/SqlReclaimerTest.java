package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.ReclaimerContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlReclaimerTest {
    @Nested
    final class OnH2 extends ReclaimerContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends ReclaimerContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
