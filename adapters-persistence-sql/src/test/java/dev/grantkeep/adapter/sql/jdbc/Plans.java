package dev.grantkeep.adapter.sql.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A data source that asks PostgreSQL how it would run each statement, with its parameters, right before it runs it. For
 * this every prepared statement has a twin that explains.
 */
public final class Plans {
    private static final Set<String> EXECUTIONS = Set.of("executeQuery", "executeUpdate", "addBatch");

    private final List<String> plans = new ArrayList<>();
    private final DataSource pool;

    Plans(DataSource pool) {
        this.pool = pool;
    }

    /** The plans of the statements that the work executed. */
    public List<String> of(Runnable work) {
        plans.clear();
        work.run();
        return List.copyOf(plans);
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? explaining(connection) : result;
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

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
