package dev.grantkeep.adapter.sql.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that cannot be read is left out of lists, and can be removed. */
final class DamagedRowTest {
    private static final Window FIRST_TEN = new Window(0, 10);
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    static Stream<SqlStores> stores() {
        return Stream.of(SqlStores.h2(), SqlStores.postgres());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void spoilsNoList(SqlStores stores) throws SQLException {
        stores.clear();
        Service service = Services.aService().build();
        Service damaged = Services.aService().build();
        Client client = Clients.aClient().of(service).build();
        Client damagedClient = Clients.aClient().of(service).build();
        stores.services().add(Changed.to(service));
        stores.services().add(Changed.to(damaged));
        stores.clients().add(Changed.to(client));
        stores.clients().add(Changed.to(damagedClient));
        damage(stores, "service", "id = " + damaged.id().value());
        damage(
                stores,
                "client",
                "service_id = " + service.id().value() + " and id = "
                        + damagedClient.id().value());

        assertThat(stores.services().list(FIRST_TEN).items()).containsExactly(service);
        assertThat(stores.clients().list(service.id(), null, FIRST_TEN).items()).containsExactly(client);
        assertThat(stores.clients().remove(service.id(), damagedClient.id(), Changed.CLIENT_REMOVED))
                .isTrue();
        assertThat(stores.services().remove(damaged.id(), Changed.SERVICE_REMOVED))
                .isTrue();
    }

    private static void damage(SqlStores stores, String table, String row) throws SQLException {
        try (Connection connection = stores.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update " + table + " set settings = '{\"name\":', document = '{\"name\":' where " + row);
        }
    }
}
