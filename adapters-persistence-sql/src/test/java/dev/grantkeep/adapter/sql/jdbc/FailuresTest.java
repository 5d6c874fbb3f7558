package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenLocator;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            stores.dataSource().unwrap(AutoCloseable.class).close();
            Service service = Services.aService().build();
            TokenLocator locator = new TokenLocator.ByAccess(Unique.hash());
            assertUnavailable(() -> stores.tokens().find(service.id(), locator));
            assertUnavailable(() -> stores.services().find(service.id()));
            assertUnavailable(() -> stores.services().add(Changed.to(service)));
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

    @ParameterizedTest
    @ValueSource(strings = {"0A000", "42P01", "42501", "21000", "26000", "3F000", "54001", "HYC00", "22001", "23514"})
    void aStatementThatIsRefusedIsOurFaultAndNamed(String state) {
        assertThat(Failures.translated(new SQLException("no", state), "select a\n  from b"))
                .isInstanceOf(StoreRefused.class)
                .hasMessage("the database refuses a statement, SQLSTATE " + state + ": select a from b");
    }

    @Test
    void theRefusedStatementIsTheLastOneOfATransaction() {
        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> EMPTY.inTransaction(session -> {
                    session.first("select 1", to -> {}, Row::integer);
                    return session.write("delete from nowhere where secret = ?", to -> to.add("a value"));
                }))
                .withMessageEndingWith(": delete from nowhere where secret = ?");
    }

    @Test
    void aFullDiskAWrongPasswordAndALostConnectionAreToldApart() {
        SQLException none = new SQLTransientConnectionException(
                "grantkeep - Connection is not available",
                "28P01",
                new SQLException("FATAL: password authentication failed for user \"a\"\n at once", "28P01"));
        assertThat(Failures.translated(none))
                .hasMessageEndingWith(
                        "28P01: grantkeep - Connection is not available: FATAL: password authentication failed for user \"a\"");
        assertThat(Failures.translated(new SQLException("could not extend file: No space left on device", "53100")))
                .hasMessageEndingWith("53100: could not extend file: No space left on device");
        assertThat(Failures.translated(new SQLException("An I/O error occurred.", "08006")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageEndingWith("08006: An I/O error occurred.");
    }

    @Test
    void whatTheMessageSaysHoldsNoValues() {
        RuntimeException translated = Failures.translated(new SQLException("Key (alias)=(secret)", "23514"));
        assertThat(translated).hasMessageNotContaining("secret").hasMessageContaining("23514");
    }
}
