package dev.grantkeep.adapter.sql.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool drop connections to the embedded database that will not work again. H2 closes the whole database when it
 * cannot write, as on a full disk, and opens it again for a new connection; those that were open stay dead.
 */
@Singleton
final class PoolOfH2 implements BeanCreatedEventListener<DatasourceConfiguration> {
    private static final Set<String> SIGNS_OF_DEATH = Set.of(
            "90007", // the object is already closed
            "90028", // the file cannot be written or read
            "90030", // the file is corrupted
            "90031", // the file cannot be written or read, with its name
            "90067", // the connection is broken
            "90098", // the database has been closed
            "90121", // the database is closing
            "HY000"); // what was not expected, from the storage above all

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        if (String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:h2:") && pool.getExceptionOverride() == null) {
            pool.setExceptionOverride(new Verdict());
        }
        return pool;
    }

    private static final class Verdict implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException e) {
            return SIGNS_OF_DEATH.contains(e.getSQLState())
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }
}
