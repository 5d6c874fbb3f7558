package dev.grantkeep.adapter.sql.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionsInUtcTest {
    /** Both are half past two in Berlin. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-10-25T00:30:00.123Z", "2026-10-25T01:30:00.123Z"})
    void anInstantOfAnHourThatIsRepeatedIsKept(String instant) {
        Service service =
                Services.aService().withCreatedAt(Instant.parse(instant)).build();
        try (SqlStores stores = SqlStores.on(TestDatabase.h2("mem:berlin;TIME ZONE=Europe/Berlin"))) {
            stores.clear();
            stores.services().add(Changed.to(service));
            assertThat(stores.services().find(service.id())).contains(service);
        }
    }
}
