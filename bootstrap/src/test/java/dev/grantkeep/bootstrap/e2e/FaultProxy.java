package dev.grantkeep.bootstrap.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between Grantkeep and its database, and does what networks and machines do. */
final class FaultProxy implements AutoCloseable {
    /** What goes wrong. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** Nothing comes through, and new connections are taken and kept waiting; all of it arrives when it is over. */
        STALL,
        /** Nothing comes through on the connections that there are, ever again; new ones work. */
        FORGET,
        /** The connections that there are break; new ones work. */
        RESET,
        /** The server says on every connection that it will say no more; new ones work. */
        HALF_CLOSE,
        /** The connections that there are break, and new ones are refused. */
        GONE
    }

    /** When something goes wrong, seen from the database. */
    enum Moment {
        /** What is sent does not arrive. */
        BEFORE,
        /** It arrives, but the answer does not. */
        AFTER
    }

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int LARGEST = 65_536;
    private static final long GLANCE_NANOS = 2_000_000;

    private final InetSocketAddress server;
    private final ServerSocket listening;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger untilFault = new AtomicInteger(NEVER);
    private volatile Moment moment = Moment.BEFORE;
    private volatile Fault planned = Fault.NONE;
    private volatile Fault fault = Fault.NONE;
    private volatile long delayNanos;
    private volatile String awaited = "";

    FaultProxy(String host, int port) {
        server = new InetSocketAddress(host, port);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Each way takes half of it. */
    void roundTrip(Duration time) {
        delayNanos = time.toNanos() / 2;
    }

    /**
     * From now on, for all connections that there are: nobody heals it before it has come over the last one. Who meets it
     * on the first may have a new one before that, which it does not come over.
     */
    synchronized void begin(Fault now) {
        fault = now;
        List<Link> present = List.copyOf(links);
        switch (now) {
            case FORGET -> present.forEach(link -> link.forgotten = true);
            case RESET, GONE -> present.forEach(Link::reset);
            case HALF_CLOSE -> present.forEach(Link::halfClose);
            case NONE, STALL -> {}
        }
    }

    synchronized void heal() {
        untilFault.set(NEVER);
        fault = Fault.NONE;
    }

    /** Goes wrong with the message of this number that is sent to the database, counted from now and from 1. */
    void beginAt(int message, Moment when, Fault then) {
        moment = when;
        planned = then;
        awaited = "";
        untilFault.set(message);
    }

    /** Goes wrong with the next message that has this text in it, before it arrives. */
    void beginAt(String text, Fault then) {
        moment = Moment.BEFORE;
        planned = then;
        awaited = text;
        untilFault.set(1);
    }

    /** Whether what was planned has not come to pass. */
    boolean isPending() {
        return untilFault.get() > 0;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        heal();
        links.forEach(Link::reset);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void connect(Socket client) {
        try {
            if (fault == Fault.GONE) {
                reset(client);
                return;
            }
            Socket upstream = new Socket();
            upstream.setTcpNoDelay(true);
            upstream.connect(server);
            Link link = new Link(client, upstream);
            links.add(link);
            Thread.ofVirtual().start(link::forwardRequests);
            link.forwardReplies();
        } catch (IOException e) {
            reset(client);
        }
    }

    private boolean isToFail(byte[] buffer, int read) {
        return untilFault.get() != NEVER
                && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(awaited)
                && untilFault.decrementAndGet() == 0;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** One connection. */
    private final class Link {
        private final Socket client;
        private final Socket upstream;
        private volatile boolean forgotten;
        private volatile boolean isAnswerLost;
        private volatile boolean hasAnswered;

        Link(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void forwardRequests() {
            byte[] buffer = new byte[LARGEST];
            try (InputStream from = client.getInputStream()) {
                OutputStream to = upstream.getOutputStream();
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    if (isToFail(buffer, read)) {
                        passAndFail(buffer, read, to);
                    } else {
                        pass(buffer, read, to);
                    }
                }
            } catch (IOException e) {
                // Both ends see it.
            } finally {
                end();
            }
        }

        private void passAndFail(byte[] buffer, int read, OutputStream to) throws IOException {
            if (moment == Moment.AFTER) {
                isAnswerLost = true;
                pass(buffer, read, to);
                while (!hasAnswered && !client.isClosed()) {
                    LockSupport.parkNanos(GLANCE_NANOS);
                }
            }
            begin(planned);
        }

        void forwardReplies() {
            byte[] buffer = new byte[LARGEST];
            try (InputStream from = upstream.getInputStream()) {
                OutputStream to = client.getOutputStream();
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    hasAnswered = isAnswerLost;
                    if (!isAnswerLost) {
                        pass(buffer, read, to);
                    }
                }
            } catch (IOException e) {
                // Both ends see it.
            } finally {
                end();
            }
        }

        private void pass(byte[] buffer, int read, OutputStream to) throws IOException {
            if (delayNanos > 0) {
                LockSupport.parkNanos(delayNanos);
            }
            while (fault == Fault.STALL) {
                LockSupport.parkNanos(GLANCE_NANOS);
            }
            if (!forgotten) {
                to.write(buffer, 0, read);
            }
        }

        /** One that was forgotten stays as it is: nobody is told. */
        private void end() {
            if (!forgotten) {
                reset();
            }
        }

        void reset() {
            links.remove(this);
            FaultProxy.reset(client);
            FaultProxy.reset(upstream);
        }

        void halfClose() {
            forgotten = true;
            try {
                client.shutdownOutput();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }
}
