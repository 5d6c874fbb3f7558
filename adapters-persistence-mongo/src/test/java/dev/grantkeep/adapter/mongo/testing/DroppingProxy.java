package dev.grantkeep.adapter.mongo.testing;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;

/** Stands between driver and server, and cuts the connection at a write of its choice. */
public final class DroppingProxy implements AutoCloseable {
    /** When the connection is cut. */
    public enum Moment {
        /** The write never reaches the server. */
        BEFORE,
        /** The server has done the write, but its answer never reaches the driver. */
        AFTER
    }

    private static final int NEVER = -1;

    private final ServerAddress server;
    private final String uri;
    private final ServerSocket listening;
    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger writesUntilCut = new AtomicInteger(NEVER);
    private volatile Moment moment = Moment.BEFORE;
    private volatile boolean cut;

    /**
     * @param options of the connection string, such as {@code retryWrites=false}
     */
    public DroppingProxy(String serverUri, String options) {
        ConnectionString to = new ConnectionString(serverUri);
        server = new ServerAddress(to.getHosts().get(0));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        uri = "mongodb://127.0.0.1:" + listening.getLocalPort() + "/" + to.getDatabase() + "?directConnection=true&"
                + options;
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the driver shall connect to. */
    public String uri() {
        return uri;
    }

    /** Cuts the connection at the write of this number, counted from now and from 1. */
    public void cutAt(int write, Moment when) {
        moment = when;
        cut = false;
        writesUntilCut.set(write);
    }

    public boolean hasCut() {
        return cut;
    }

    /** What the driver has asked for, in order. */
    public List<BsonDocument> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket driver = listening.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                Link link = new Link(driver, upstream);
                Thread.ofVirtual().start(link::forwardRequests);
                Thread.ofVirtual().start(link::forwardReplies);
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private boolean isToBeCut(WireMessage request) {
        return request.isWrite() && writesUntilCut.get() != NEVER && writesUntilCut.decrementAndGet() == 0;
    }

    /** One connection of the driver. */
    private final class Link {
        private final Socket driver;
        private final Socket upstream;
        private volatile boolean replyDropped;

        Link(Socket driver, Socket upstream) {
            this.driver = driver;
            this.upstream = upstream;
        }

        void forwardRequests() {
            try (driver;
                    upstream) {
                Optional<WireMessage> request = WireMessage.read(driver.getInputStream());
                while (request.isPresent() && isForwarded(request.get())) {
                    request = WireMessage.read(driver.getInputStream());
                }
            } catch (IOException e) {
                // Both ends see it.
            }
        }

        private boolean isForwarded(WireMessage request) throws IOException {
            request.command().ifPresent(commands::add);
            if (isToBeCut(request)) {
                writesUntilCut.set(NEVER);
                cut = true;
                if (moment == Moment.BEFORE) {
                    return false;
                }
                replyDropped = true;
            }
            upstream.getOutputStream().write(request.bytes());
            return true;
        }

        void forwardReplies() {
            try (driver;
                    upstream) {
                Optional<WireMessage> reply = WireMessage.read(upstream.getInputStream());
                while (reply.isPresent() && !replyDropped) {
                    driver.getOutputStream().write(reply.get().bytes());
                    reply = WireMessage.read(upstream.getInputStream());
                }
            } catch (IOException e) {
                // Both ends see it.
            }
        }
    }
}
