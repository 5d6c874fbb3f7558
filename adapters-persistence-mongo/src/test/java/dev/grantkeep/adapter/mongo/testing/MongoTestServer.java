package dev.grantkeep.adapter.mongo.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The MongoDB server of this JVM's tests, chosen once. {@code TEST_MONGODB_SOURCE} is
 *
 * <ul>
 *   <li>{@code external}: the one at {@code TEST_MONGODB_URI}, a replica set or a router, whose user may make
 *       databases;
 *   <li>{@code docker}: a replica set of one, in a container of the image {@code TEST_MONGODB_IMAGE}, {@code mongo:8} if
 *       not set;
 *   <li>{@code fallback}: mongo-java-server, which speaks MongoDB's protocol in memory but <b>is not MongoDB</b>;
 *   <li>{@code auto}, the default: external if there is a URI, else docker if an engine runs and has the image, else
 *       fallback.
 * </ul>
 *
 * <p>What was chosen is printed when the tests are over. Tests that only a real server can show are marked with
 * {@link RealMongo} and are skipped, with that reason, on the fallback.
 */
public final class MongoTestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Chosen {
        static final MongoTestServer SERVER = choose();
    }

    private static volatile @Nullable String description;

    private final String uri;
    private final boolean real;

    private MongoTestServer(String name, String uri, boolean real) {
        this.uri = uri;
        this.real = real;
        description = name + ", " + version(uri);
    }

    public static MongoTestServer chosen() {
        return Chosen.SERVER;
    }

    /** Which one the tests used; empty if none did. */
    static Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Whether it is MongoDB, and no stand-in. */
    public boolean isReal() {
        return real;
    }

    /** The URI of a new database, which is dropped when the JVM ends. */
    public String newDatabase() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        if (real) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        }
        return named(uri, name);
    }

    private static MongoTestServer choose() {
        String source = setting("SOURCE", "auto").toLowerCase(Locale.ROOT);
        return switch (source) {
            case "external" -> external();
            case "docker" -> docker();
            case "fallback" -> fallback();
            case "auto" ->
                setting("URI", "").isEmpty() ? DockerImage.isReady(image()) ? docker() : fallback() : external();
            default ->
                throw new IllegalStateException(
                        "TEST_MONGODB_SOURCE is auto, external, docker or fallback, not " + source);
        };
    }

    private static MongoTestServer external() {
        String uri = setting("URI", "");
        if (uri.isEmpty()) {
            throw new IllegalStateException("TEST_MONGODB_SOURCE=external needs TEST_MONGODB_URI");
        }
        return new MongoTestServer("external", uri, true);
    }

    private static MongoTestServer docker() {
        MongoDBContainer container = new MongoDBContainer(image()).withReplicaSet();
        container.start();
        return new MongoTestServer("docker " + image(), container.getReplicaSetUrl("admin"), true);
    }

    /** It says of every index that is not unique that it ignores it. */
    private static MongoTestServer fallback() {
        ((Logger) LoggerFactory.getLogger("de.bwaldvogel")).setLevel(Level.ERROR);
        MongoServer server = new MongoServer(new AtomicBackend());
        return new MongoTestServer(
                "fallback: mongo-java-server, which is not MongoDB",
                "mongodb://127.0.0.1:" + server.bind().getPort(),
                false);
    }

    private static String image() {
        return setting("IMAGE", "mongo:8");
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv("TEST_MONGODB_" + name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** The URI with another database. */
    static String named(String uri, String database) {
        String[] parts = uri.split("\\?", 2);
        int path = parts[0].indexOf('/', parts[0].indexOf("://") + 3);
        String hosts = path < 0 ? parts[0] : parts[0].substring(0, path);
        return hosts + "/" + database + (parts.length == 1 ? "" : "?" + parts[1]);
    }

    private static String version(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return ServerName.of(client.getDatabase("admin").runCommand(new Document("buildInfo", 1)));
        }
    }

    private void drop(String database) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }
}
