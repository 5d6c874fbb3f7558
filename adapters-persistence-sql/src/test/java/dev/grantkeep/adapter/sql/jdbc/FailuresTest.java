package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Fresh;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.out.StoreUnavailable;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.service.Service;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private static final Database DOWN = new Database(dataSource("jdbc:h2:tcp://127.0.0.1:1/nothing"));
    private static final Database EMPTY = new Database(dataSource("jdbc:h2:mem:"));

    private static JdbcDataSource dataSource(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    @Test
    void aDatabaseThatIsDownIsUnavailable() {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> DOWN.write("select 1", to -> {}))
                .withCauseInstanceOf(SQLException.class);
    }

    @Test
    void aClosedPoolIsUnavailable() throws Exception {
        try (SqlStores stores = SqlStores.on(TestDatabase.h2("mem:closed"))) {
            ((AutoCloseable) stores.dataSource()).close();
            Service service = Services.aService().build();
            TokenLocator locator = new TokenLocator.ByAccess(Fresh.hash());
            assertUnavailable(() -> stores.tokens().find(service.id(), locator));
            assertUnavailable(() -> stores.services().find(service.id()));
            assertUnavailable(() -> stores.services().add(service));
            assertUnavailable(() -> stores.services().list(new Window(0, 1)));
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(call).withCauseInstanceOf(SQLException.class);
    }

    @Test
    void aTimeOutIsUnavailable() {
        assertThat(Failures.translated(new SQLException("canceling statement due to statement timeout", "57014")))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(Failures.translated(new SQLException("no state"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aStatementThatIsWrongIsNotUnavailable() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> EMPTY.write("nonsense", to -> {}));
    }

    @Test
    void whatTheMessageSaysHoldsNoValues() {
        RuntimeException translated = Failures.translated(new SQLException("Key (alias)=(secret)", "23514"));
        assertThat(translated).hasMessageNotContaining("secret").hasMessageContaining("23514");
    }
}
