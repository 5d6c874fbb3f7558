package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.StepStoreContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlStepStoreTest {
    @Nested
    final class OnH2 extends StepStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends StepStoreContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
