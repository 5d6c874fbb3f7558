package dev.grantkeep.adapter.sql.jdbc;

import static dev.grantkeep.adapter.sql.jdbc.Proxies.invoke;
import static dev.grantkeep.adapter.sql.jdbc.Proxies.proxy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * Between the stores and the pool in every test: reads each statement that the adapter prepares, and fails whoever sends one
 * that does not keep to {@link StatementRules}. So none is missed, whichever test of this module it takes to have it sent;
 * other modules' tests have no parser and so no guard.
 */
@Singleton
@Requires(classes = CCJSqlParserUtil.class)
final class StatementGuard implements BeanCreatedEventListener<DataSource>, Ordered {
    private static final Set<String> PREPARING = Set.of("prepareStatement", "prepareCall");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource pool = event.getBean();
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? guarded(connection) : result;
        });
    }

    private static Connection guarded(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (PREPARING.contains(method.getName())) {
                read((String) arguments[0]);
            }
            return invoke(connection, method, arguments);
        });
    }

    /** Those that were read and kept to the rules. */
    static Set<String> read() {
        return READ.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void read(String sql) {
        String faults = READ.computeIfAbsent(sql, text -> String.join("\n", StatementRules.faults(text)));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults + "\nin: " + sql);
        }
    }
}
