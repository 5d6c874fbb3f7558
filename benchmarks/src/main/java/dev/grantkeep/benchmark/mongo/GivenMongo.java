package dev.grantkeep.benchmark.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A MongoDB that somebody else runs, whose user may make and drop databases. */
public final class GivenMongo {
    private static final String PROCESS = "mongod";
    private static final String UNKNOWN = "unknown";

    private GivenMongo() {}

    /**
     * Reaches it.
     *
     * @param uri a connection string
     */
    public static Mongo at(String uri) {
        MongoUri parsed = new MongoUri(uri);
        MongoClient client = client(parsed);
        try {
            Document build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
            Document status = status(client);
            return new Mongo(
                    name(build, status),
                    parsed,
                    client,
                    process(status).orElse(null),
                    false,
                    description(build, client.getClusterDescription(), status),
                    null);
        } catch (MongoException e) {
            client.close();
            throw new IllegalArgumentException("the MongoDB at MONGODB_URI cannot be used: " + e.getMessage(), e);
        }
    }

    /** What the driver does not understand may be the password, so its message is not shown. */
    private static MongoClient client(MongoUri uri) {
        try {
            return Clients.of(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("MONGODB_URI is no connection string of MongoDB", e);
        }
    }

    /** Empty if the user may not ask. */
    private static Document status(MongoClient client) {
        try {
            return client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
        } catch (MongoException e) {
            return new Document();
        }
    }

    /** What else speaks its protocol does not get its name, if it says what it is. */
    private static String name(Document build, Document status) {
        if (build.get("ferretdb") != null) {
            return "FerretDB, which is not MongoDB";
        }
        String process = text(status.get("process"));
        return process.startsWith("mongo") || process.equals(UNKNOWN) ? "MongoDB" : process + ", which is not MongoDB";
    }

    private static Optional<ProcessHandle> process(Document status) {
        return status.get("pid") instanceof Number pid
                ? ProcessHandle.of(pid.longValue())
                        .filter(process -> process.info()
                                .command()
                                .filter(command -> command.endsWith(PROCESS))
                                .isPresent())
                : Optional.empty();
    }

    private static String description(Document build, ClusterDescription cluster, Document status) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("version", text(build.get("version")));
        lines.put("ferretdb", text(build.get("ferretdb")));
        lines.put("process", text(status.get("process")));
        lines.put(
                "deployment",
                "%s, %d servers known"
                        .formatted(
                                cluster.getType(),
                                cluster.getServerDescriptions().size()));
        lines.put("storageEngine", text(status.getEmbedded(List.of("storageEngine", "name"), Object.class)));
        lines.put(
                "cache, bytes",
                text(status.getEmbedded(List.of("wiredTiger", "cache", "maximum bytes configured"), Object.class)));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue())
                .collect(Collectors.joining("\n", "MongoDB, given:\n\n```\n", "\n```"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }
}
