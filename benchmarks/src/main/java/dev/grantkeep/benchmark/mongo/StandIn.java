package dev.grantkeep.benchmark.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.JvmOptions;
import dev.grantkeep.benchmark.process.Ports;
import dev.grantkeep.benchmark.report.Caveat;
import dev.grantkeep.benchmark.standin.StandInServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** A stand-in for MongoDB, of the run's own. */
public final class StandIn implements AutoCloseable {
    private static final String NAME = "a stand-in for MongoDB (mongo-java-server)";
    private static final String MEMORY = "-Xmx3g";
    private static final Caveat CAVEAT = new Caveat("a stand-in, not MongoDB", """
            **This is not MongoDB.** No server was named by `MONGODB_URI`, so the run started mongo-java-server, which speaks
            MongoDB's protocol, holds everything in memory, does one command at a time, and has no disk, no journal and no
            majority to wait for. So nothing is compared with a floor here, and no target is reached or missed. The only thing
            to read from these rows is how the work grows with what is stored. Steps come from what Grantkeep asks for; how
            steep one is, is the stand-in's: it counts by taking each document into its hands, where MongoDB counts in an
            index.""");

    private final Child process;
    private final Mongo mongo;

    private StandIn(Child process, Mongo mongo) {
        this.process = process;
        this.mongo = mongo;
    }

    public static StandIn start(Path directory) {
        int port = Ports.free();
        List<String> command = List.of(
                JvmOptions.java(),
                MEMORY,
                "-cp",
                System.getProperty("java.class.path", ""),
                StandInServer.class.getName(),
                Integer.toString(port));
        Child process = Child.start(NAME, command, Map.of(), directory.resolve("stand-in.log"));
        MongoUri uri = new MongoUri("mongodb://127.0.0.1:" + port);
        MongoClient client = Clients.of(uri);
        String description = "mongo-java-server, started by the run with `" + MEMORY
                + "`; equalities are looked up in all of the indexes that Grantkeep makes";
        StandIn standIn =
                new StandIn(process, new Mongo(NAME, uri, client, process.handle(), true, description, CAVEAT));
        try {
            process.awaitReady(standIn::answers, Duration.ofMillis(50));
        } catch (RuntimeException e) {
            standIn.close();
            throw e;
        }
        return standIn;
    }

    public Mongo mongo() {
        return mongo;
    }

    @Override
    public void close() {
        mongo.close();
        process.close();
    }

    private boolean answers() {
        try {
            mongo.client().getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException notYet) {
            return false;
        }
    }
}
