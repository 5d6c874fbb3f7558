package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.StepsOnSettingsContract;
import dev.grantkeep.application.contract.Stores;
import org.junit.jupiter.api.Nested;

final class SqlStepsOnSettingsTest {
    @Nested
    final class OnH2 extends StepsOnSettingsContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends StepsOnSettingsContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
