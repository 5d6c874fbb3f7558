package dev.grantkeep.adapter.sql.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.EventLogContract;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SqlEventLogTest {
    @Nested
    final class OnH2 extends EventLogContract {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends EventLogContract {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }

    @Test
    void whereEventsAreSwitchedOffThereAreNone() {
        SqlStores stores = SqlStores.h2WithoutEvents();
        Service service = Services.aService().build();
        stores.services().add(Changed.to(service));
        stores.services().remove(service.id(), Changed.SERVICE_REMOVED);
        assertThat(stores.events().pending(service.id(), 1)).isEmpty();
    }
}
