package dev.grantkeep.adapter.sql.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class RepositoriesTest {
    private static int failing(RuntimeException failure) {
        throw failure;
    }

    private static DataAccessException withState(String state) {
        return new DataAccessException("failed", new SQLException("Key (alias)=(secret)", state));
    }

    @Test
    void whatTheDriverSaysDecides() {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Repositories.call(() -> failing(withState("57014"))));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Repositories.call(() -> failing(withState("42703"))))
                .withMessageNotContaining("secret");
    }

    @Test
    void aPoolWithoutAConnectionIsUnavailable() {
        ConnectionException none = new ConnectionException("none", new SQLException("none left"));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> Repositories.save(() -> failing(none)));
    }

    @Test
    void whatIsNotTheDatabasesFaultIsNotUnavailable() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Repositories.call(() -> failing(new DataAccessException("cannot be read"))));
    }

    @Test
    void aUniqueIndexThatRefusesMeansTaken() {
        assertThat(Repositories.save(() -> failing(withState("23505")))).isEqualTo(Saved.TAKEN);
    }
}
