package dev.grantkeep.bootstrap.e2e;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import dev.grantkeep.bootstrap.Grantkeep;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store behind a {@link FaultProxy}, and the nodes that use it. */
final class ProxiedStore implements AutoCloseable {
    private static final Pattern JDBC = Pattern.compile("(jdbc:postgresql://)([^:/]+):(\\d+)(/.*)");

    /** So short that a test need not wait, in the same proportions as the usual ones. */
    static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("grantkeep.answer-timeout", "3s"),
            Map.entry("grantkeep.queue-timeout", "1s"),
            Map.entry("grantkeep.postgresql.connect-timeout", "1s"),
            Map.entry("grantkeep.postgresql.login-timeout", "1s"),
            Map.entry("grantkeep.postgresql.socket-timeout", "1s"),
            Map.entry("grantkeep.postgresql.lock-timeout", "1s"),
            Map.entry("grantkeep.postgresql.idle-transaction-timeout", "2s"),
            Map.entry("datasources.default.connection-timeout", "1000"),
            Map.entry("datasources.default.validation-timeout", "300"),
            Map.entry("mongodb.connect-timeout", "500ms"),
            Map.entry("mongodb.selection-timeout", "1s"),
            Map.entry("mongodb.pool-timeout", "1s"),
            Map.entry("mongodb.answer-timeout", "1s"));

    private final FaultProxy proxy;
    private final Map<String, String> direct;
    private final Map<String, Object> settings = new HashMap<>();
    private final List<Grantkeep> nodes = new ArrayList<>();

    private ProxiedStore(FaultProxy proxy, Map<String, String> direct, Map<String, String> store) {
        this.proxy = proxy;
        this.direct = direct;
        settings.putAll(store);
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
    }

    /** A fresh, empty one. */
    static ProxiedStore of(StoreMode mode) {
        Map<String, String> store = new HashMap<>(mode.settings());
        return mode == StoreMode.MONGODB ? mongo(store) : postgres(store);
    }

    private static ProxiedStore postgres(Map<String, String> store) {
        Matcher url = JDBC.matcher(Objects.requireNonNull(store.get("datasources.default.url")));
        if (!url.matches()) {
            throw new IllegalStateException("the URL of the tests' PostgreSQL names no port");
        }
        FaultProxy proxy = new FaultProxy(url.group(2), Integer.parseInt(url.group(3)));
        Map<String, String> direct = Map.copyOf(store);
        store.put("datasources.default.url", url.group(1) + "127.0.0.1:" + proxy.port() + url.group(4));
        return new ProxiedStore(proxy, direct, store);
    }

    private static ProxiedStore mongo(Map<String, String> store) {
        ConnectionString uri = new ConnectionString(Objects.requireNonNull(store.get("mongodb.uri")));
        ServerAddress server = new ServerAddress(uri.getHosts().get(0));
        FaultProxy proxy = new FaultProxy(server.getHost(), server.getPort());
        store.put(
                "mongodb.uri",
                "mongodb://127.0.0.1:" + proxy.port() + "/" + uri.getDatabase() + "?directConnection=true");
        return new ProxiedStore(proxy, Map.of(), store);
    }

    /** To the PostgreSQL behind the proxy, past it. */
    Connection direct() throws SQLException {
        return DriverManager.getConnection(
                direct.get("datasources.default.url"),
                direct.get("datasources.default.username"),
                direct.get("datasources.default.password"));
    }

    FaultProxy proxy() {
        return proxy;
    }

    /** One more node, which is stopped with the store; the API as the owner uses it. */
    Api node(Map<String, String> further) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(further);
        Grantkeep node = Grantkeep.start(all);
        nodes.add(node);
        return new Api(
                node.uri(), Dialect.V2, 1, Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
    }

    @Override
    public void close() throws IOException {
        proxy.heal();
        nodes.forEach(Grantkeep::close);
        proxy.close();
    }
}
