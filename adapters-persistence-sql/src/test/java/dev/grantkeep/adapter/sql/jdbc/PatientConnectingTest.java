package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class PatientConnectingTest {
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Connection made = Proxies.proxy(Connection.class, (method, arguments) -> null);
    private final PatientConnecting connecting =
            new PatientConnecting(Proxies.proxy(DataSource.class, (method, arguments) -> {
                if (attempts.getAndIncrement() < failures.get()) {
                    throw new SQLException("Connection refused", "08001");
                }
                return made;
            }));

    @Test
    void theFirstFailureCountsWhenThePoolIsOpened() {
        failures.set(1);
        assertThatThrownBy(connecting::getConnection).isInstanceOf(SQLException.class);
        assertThat((Throwable) connecting.lastFailure()).hasMessage("Connection refused");
    }

    @Test
    void laterItTriesUntilItSucceeds() throws SQLException {
        failures.set(3);
        connecting.tryOnUntil(() -> false);

        assertThat(connecting.getConnection()).isSameAs(made);
        assertThat(attempts).hasValue(4);
        assertThat((Throwable) connecting.lastFailure()).isNull();
    }

    @Test
    void itEndsWithThePool() {
        failures.set(Integer.MAX_VALUE);
        connecting.tryOnUntil(() -> attempts.get() > 2);
        assertThatThrownBy(connecting::getConnection).isInstanceOf(SQLException.class);
        assertThat(attempts).hasValue(3);
    }
}
