package dev.grantkeep.adapter.mongo.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** The stores of an application context over a database. */
public final class MongoStores implements Stores, AutoCloseable {
    private static final Map<String, Object> WITH_EVENTS = Map.of("grantkeep.events", true);
    private static final Map<String, Object> ROUTED = Map.of("mongodb.topology", "ROUTED");
    private static final Map<String, Object> ROUTED_WITH_EVENTS =
            Map.of("mongodb.topology", "ROUTED", "grantkeep.events", true);

    private static final Map<Map<String, Object>, MongoStores> SHARED = new ConcurrentHashMap<>();

    private final ApplicationContext context;
    private final String uri;

    private MongoStores(ApplicationContext context, String uri) {
        this.context = context;
        this.uri = uri;
    }

    /** Those that all tests of this JVM share. */
    public static MongoStores shared() {
        return shared(Map.of());
    }

    /** The same, but they take the server for a router, behind which collections may be sharded. */
    public static MongoStores routed() {
        return shared(ROUTED);
    }

    /** The same with events, which are switched off by default. */
    public static MongoStores withEvents() {
        return shared(WITH_EVENTS);
    }

    /** Both. */
    public static MongoStores routedWithEvents() {
        return shared(ROUTED_WITH_EVENTS);
    }

    private static MongoStores shared(Map<String, Object> properties) {
        return SHARED.computeIfAbsent(
                properties, some -> on(MongoTestServer.chosen().newDatabase(), some));
    }

    /** Starts a context, which creates the indexes. */
    public static MongoStores on(String uri, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("grantkeep.persistence", "mongo");
        all.put("mongodb.uri", uri);
        return new MongoStores(ApplicationContext.run(all), uri);
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

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String uri() {
        return uri;
    }

    public MongoDatabase database() {
        String name = new com.mongodb.ConnectionString(uri).getDatabase();
        return bean(MongoClient.class).getDatabase(Objects.requireNonNull(name));
    }

    @Override
    public void clear() {
        for (String name : database().listCollectionNames()) {
            database().getCollection(name).deleteMany(new Document());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
