package dev.grantkeep.benchmark.standin;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Starts the stand-in on a port, until the process is ended. */
public final class StandInServer {
    private StandInServer() {}

    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]));
    }

    /**
     * Starts it in this process.
     *
     * @param port 0 for any that is free
     */
    public static MongoServer start(int port) {
        MongoServer server = new MongoServer(new IndexedBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
    }
}
