package dev.grantkeep.benchmark.server;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.floor.Floor;
import dev.grantkeep.benchmark.floor.JdkFloor;
import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.JvmOptions;
import dev.grantkeep.benchmark.process.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the floor with as many connections as Grantkeep has, and two workers fewer: so many that each has one, as suits
 * a server whose every request makes a trip of its own.
 */
public final class FloorServers {
    private final Jars jars;
    private final DatabaseServer databases;
    private final Path directory;

    public FloorServers(Jars jars, DatabaseServer databases, Path directory) {
        this.jars = jars;
        this.databases = databases;
        this.directory = directory;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param answerBytes the size of each answer, by the name of its setting
     */
    public Server start(String database, String authorization, Map<String, Integer> answerBytes) {
        return start(Floor.class, database, authorization, answerBytes);
    }

    /** The same of the second floor. */
    public Server startSecond(String database, String authorization, Map<String, Integer> answerBytes) {
        return start(JdkFloor.class, database, authorization, answerBytes);
    }

    private Server start(Class<?> floor, String database, String authorization, Map<String, Integer> answerBytes) {
        int port = Ports.free();
        int pool = jars.poolSize(databases.persistence());
        List<String> command = new ArrayList<>(List.of(JvmOptions.java()));
        command.addAll(JvmOptions.LOAD);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), floor.getName()));
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                "MICRONAUT_ENVIRONMENTS", databases.persistence().setting(),
                "MICRONAUT_SERVER_PORT", Integer.toString(port),
                "FLOOR_AUTHORIZATION", authorization,
                "FLOOR_WORKERS", Integer.toString(pool - 2),
                "FLOOR_POOL", Integer.toString(pool)));
        environment.putAll(databases.environment(database));
        answerBytes.forEach((name, bytes) -> environment.put("FLOOR_" + name + "_BYTES", Integer.toString(bytes)));
        Path log = directory.resolve(floor.getSimpleName() + ".log");
        return new Server(Child.start("the floor", command, environment, log), port)
                .awaitAnswer(authorization, connection -> connection.get("/").status() == 404);
    }
}
