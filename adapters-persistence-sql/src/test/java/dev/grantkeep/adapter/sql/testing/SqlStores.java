package dev.grantkeep.adapter.sql.testing;

import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The stores of an application context over a database. */
public final class SqlStores implements Stores, AutoCloseable {
    private static final List<String> TABLES =
            List.of("service", "client", "grant_head", "token", "step", "event", "authorization_code", "ticket");

    private static final class H2 {
        static final SqlStores STORES = on(TestDatabase.h2("mem:contracts"), true);
    }

    private static final class H2WithoutEvents {
        static final SqlStores STORES = on(TestDatabase.h2("mem:contracts_without_events"), false);
    }

    private static final class Postgres {
        static final SqlStores STORES = on(TestDatabase.postgres(), true);
    }

    private static final class PostgresWithoutEvents {
        static final SqlStores STORES = on(TestDatabase.postgres(), false);
    }

    private final ApplicationContext context;

    private SqlStores(ApplicationContext context) {
        this.context = context;
    }

    /** Those that all tests of this JVM share. */
    public static SqlStores h2() {
        return H2.STORES;
    }

    /** Those that all tests of this JVM share. */
    public static SqlStores postgres() {
        return Postgres.STORES;
    }

    /** Those of which the same is true, but events are switched off, as they are by default. */
    public static SqlStores h2WithoutEvents() {
        return H2WithoutEvents.STORES;
    }

    /** Likewise. */
    public static SqlStores postgresWithoutEvents() {
        return PostgresWithoutEvents.STORES;
    }

    /** Starts a context, which migrates the schema. */
    public static SqlStores on(TestDatabase database, String... environments) {
        return new SqlStores(ApplicationContext.run(propertiesOf(database), environments));
    }

    private static SqlStores on(TestDatabase database, boolean events) {
        Map<String, Object> properties = new HashMap<>(propertiesOf(database));
        properties.put("grantkeep.events", events);
        return new SqlStores(ApplicationContext.run(properties));
    }

    private static Map<String, Object> propertiesOf(TestDatabase database) {
        return Map.of(
                "grantkeep.persistence",
                "sql",
                "datasources.default.url",
                database.url(),
                "datasources.default.username",
                database.username(),
                "datasources.default.password",
                database.password(),
                "datasources.default.maximum-pool-size",
                8);
    }

    @Override
    public ServiceStore services() {
        return bean(ServiceStore.class);
    }

    @Override
    public ClientStore clients() {
        return bean(ClientStore.class);
    }

    @Override
    public GrantStore grants() {
        return bean(GrantStore.class);
    }

    @Override
    public AuthorizedClients authorizedClients() {
        return bean(AuthorizedClients.class);
    }

    @Override
    public TokenStore tokens() {
        return bean(TokenStore.class);
    }

    @Override
    public TokenQueries queries() {
        return bean(TokenQueries.class);
    }

    @Override
    public StepStore steps() {
        return bean(StepStore.class);
    }

    @Override
    public EventLog events() {
        return bean(EventLog.class);
    }

    @Override
    public Reclaimer reclaimer() {
        return bean(Reclaimer.class);
    }

    @Override
    public DeadRecords deadRecords() {
        return bean(DeadRecords.class);
    }

    /** The pool. */
    public DataSource dataSource() {
        return DelegatingDataSource.unwrapDataSource(bean(DataSource.class));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void clear() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
