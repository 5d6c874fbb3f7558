package dev.grantkeep.adapter.sql.jdbc;

import static dev.grantkeep.adapter.sql.jdbc.Proxies.invoke;
import static dev.grantkeep.adapter.sql.jdbc.Proxies.proxy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Between the stores and the pool: while it watches, it asks PostgreSQL how it would run each statement, with its
 * parameters, right before it runs it. For this every prepared statement has a twin that explains.
 */
@Singleton
@Requires(env = Plans.ENVIRONMENT)
public final class Plans implements BeanCreatedEventListener<DataSource>, Ordered {
    public static final String ENVIRONMENT = "explain";

    private static final Set<String> EXECUTIONS = Set.of("executeQuery", "executeUpdate", "addBatch");

    private final List<String> plans = new ArrayList<>();
    private boolean watching;

    /** The plans of the statements that the work executed. */
    public List<String> of(Runnable work) {
        plans.clear();
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        return List.copyOf(plans);
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
            return watching && result instanceof Connection connection ? explaining(connection) : result;
        });
    }

    private Connection explaining(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? explaining(statement, connection.prepareStatement("explain " + arguments[0]))
                    : result;
        });
    }

    private PreparedStatement explaining(PreparedStatement statement, PreparedStatement twin) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (EXECUTIONS.contains(method.getName())) {
                plans.add(planOf(twin));
            } else if (method.getName().startsWith("set") || "close".equals(method.getName())) {
                invoke(twin, method, arguments);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static String planOf(PreparedStatement explanation) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = explanation.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
