package dev.grantkeep.adapter.sql.jdbc;

import static dev.grantkeep.adapter.sql.jdbc.Proxies.invoke;
import static dev.grantkeep.adapter.sql.jdbc.Proxies.proxy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Between the stores and the pool: notes what happens to its connections. */
@Singleton
@Requires(env = Connections.ENVIRONMENT)
final class Connections implements BeanCreatedEventListener<DataSource>, Ordered {
    static final String ENVIRONMENT = "connections";

    private final List<String> events = new ArrayList<>();

    /** What the work did with connections: took one, gave it back, or anything between that begins or ends a transaction. */
    List<String> during(Runnable work) {
        events.clear();
        work.run();
        return List.copyOf(events);
    }

    /** Nothing else that wraps the data source is to come between this and the pool. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource pool = event.getBean();
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? noted(connection) : result;
        });
    }

    private Connection noted(Connection connection) throws SQLException {
        events.add(connection.getAutoCommit() ? "taken" : "taken in a transaction");
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "close" -> events.add("given back");
                case "setAutoCommit", "commit", "rollback" -> events.add(method.getName());
                default -> {}
            }
            return invoke(connection, method, arguments);
        });
    }
}
