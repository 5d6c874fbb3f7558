package dev.grantkeep.adapter.http.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on the loopback, with or without TLS, that answers each request as its script for the target says. */
public final class ScriptedServer implements AutoCloseable {
    /** Writes what the server sends, and returns when the connection shall end. */
    public interface Script {
        void play(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocketFactory sockets) {
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static ScriptedServer withTls() {
        return new ScriptedServer(Certificate.context().getServerSocketFactory());
    }

    public static ScriptedServer withoutTls() {
        return new ScriptedServer(ServerSocketFactory.getDefault());
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** From now on, the script is played for the target; for others the answer is 404. */
    public void on(String target, Script script) {
        scripts.put(target, script);
    }

    /** From now on, these are sent for the target, with a body's bytes as UTF-8. */
    public void on(String target, String head, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        on(
                target,
                out -> out.write(
                        concat("HTTP/1.1 " + head + "\r\nContent-Length: " + bytes.length + "\r\n\r\n", bytes)));
    }

    private static byte[] concat(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    /** The heads of all requests that came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (!head.isEmpty()) {
                requests.add(head.toString());
                OutputStream out = connection.getOutputStream();
                scripts.getOrDefault(head.toString().split(" ")[1], ScriptedServer::notFound)
                        .play(out);
                out.flush();
            }
        } catch (IOException | InterruptedException clientIsGone) {
            return;
        }
    }

    private static void notFound(OutputStream out) throws IOException {
        out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
