package dev.grantkeep.benchmark.server;

import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.database.Persistence;
import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.JvmOptions;
import dev.grantkeep.benchmark.process.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts Grantkeep from its jar. Only what has to be set is set; all else is as in production. */
public final class GrantkeepServers {
    /** What keeps the sweeper from taking away rows that a measurement needs. */
    public static final Map<String, String> WITHOUT_SWEEPS = Map.of("GRANTKEEP_SWEEPER_INTERVAL", "24h");

    private static final String OWNER = "9000000001";

    private final Jars jars;
    private final DatabaseServer databases;
    private final Path directory;
    private final List<String> moreOptions;
    private final String ownerSecret = UUID.randomUUID().toString();
    private int started;

    /** @param moreOptions of the JVM of each */
    public GrantkeepServers(Jars jars, DatabaseServer databases, Path directory, List<String> moreOptions) {
        this.jars = jars;
        this.databases = databases;
        this.directory = directory;
        this.moreOptions = moreOptions;
    }

    /** Starts it and waits until its store answers. */
    public Server start(String database, Map<String, String> environment) {
        return launch(database, JvmOptions.LOAD, environment)
                .awaitAnswer("", connection -> connection.get("/health").status() == 200);
    }

    /** The same on the embedded database, with a data directory that is this run's only one. */
    public Server startEmbedded(Map<String, String> environment) {
        return launch(JvmOptions.LOAD, Persistence.SQL, environment)
                .awaitAnswer("", connection -> connection.get("/health").status() == 200);
    }

    /** Starts it and does not wait. */
    public Server launch(String database, List<String> options, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(databases.environment(database));
        all.putAll(environment);
        return launch(options, databases.persistence(), all);
    }

    private Server launch(List<String> options, Persistence persistence, Map<String, String> environment) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(JvmOptions.java()));
        command.addAll(options);
        command.addAll(moreOptions);
        command.addAll(List.of("-jar", jars.grantkeep().toString()));
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "MICRONAUT_SERVER_PORT",
                Integer.toString(port),
                "GRANTKEEP_PERSISTENCE",
                persistence.setting(),
                "GRANTKEEP_DATA_DIRECTORY",
                directory.resolve("data").toString(),
                "GRANTKEEP_OWNER_API_KEY",
                OWNER,
                "GRANTKEEP_OWNER_API_SECRET",
                ownerSecret,
                "GRANTKEEP_OWNER_ACCESS_TOKEN",
                ownerSecret));
        all.putAll(environment);
        started++;
        return new Server(
                Child.start("Grantkeep", command, all, directory.resolve("grantkeep-" + started + ".log")), port);
    }

    /** The Authorization header of the owner of all services. */
    public String ownerAuthorization() {
        return Tenant.basic(OWNER, ownerSecret);
    }
}
