package dev.grantkeep.benchmark.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection for requests one after the other. It does as little as it can, so that the time of a call
 * is the server's and not the client's.
 */
public final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String authorization;
    private int bytesRead;

    public HttpConnection(int port, String authorization) {
        this.authorization = authorization;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(120_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing answers on port " + port, e);
        }
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    public Reply post(String path, String json) {
        return call("POST", path, json);
    }

    private Reply call(String method, String path, @Nullable String json) {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                + "Authorization: " + authorization + "\r\n"
                + (json == null ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        try {
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private Reply read() throws IOException {
        bytesRead = 0;
        String statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("a response without its length");
            }
        }
        return new Reply(status, new String(in.readNBytes(length), StandardCharsets.UTF_8), bytesRead + length);
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        bytesRead++;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            bytesRead++;
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
