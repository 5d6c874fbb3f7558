package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.RaceContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlRaceTest {
    @Nested
    final class OnH2 extends RaceContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends RaceContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
