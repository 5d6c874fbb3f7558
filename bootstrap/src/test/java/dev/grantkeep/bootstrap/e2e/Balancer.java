package dev.grantkeep.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before several nodes: it passes each request to one that says it is ready, over connections that it keeps, and
 * never tries one again.
 */
final class Balancer implements AutoCloseable {
    private static final int EVERY_MILLIS = 50;
    private static final List<String> PASSED = List.of("Authorization", "Content-Type", "Accept");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;

    Balancer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::pass);
        server.setExecutor(workers);
        server.start();
        checks.scheduleWithFixedDelay(this::check, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The node takes part once it says that it is ready. */
    void add(URI uri) throws InterruptedException {
        Node node = new Node(uri);
        nodes.add(node);
        while (!node.isReady) {
            Thread.sleep(EVERY_MILLIS);
        }
    }

    /** The node gets no more requests, and has answered all. */
    void remove(URI uri) throws InterruptedException {
        for (Node node : nodes) {
            if (node.uri.equals(uri)) {
                nodes.remove(node);
                while (node.underWay.get() > 0) {
                    Thread.sleep(EVERY_MILLIS);
                }
            }
        }
    }

    /** The requests that got no answer, or one of a server that could not. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void check() {
        nodes.forEach(node -> node.isReady = isReady(node));
    }

    private boolean isReady(Node node) {
        try {
            HttpRequest request = HttpRequest.newBuilder(node.uri.resolve("/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 404; // an earlier release does not know the question
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Node node = chosen();
            node.underWay.incrementAndGet();
            try {
                answer(exchange, http.send(request(exchange, node), BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                faults.add(exchange.getRequestURI().getPath() + ": " + e);
                exchange.sendResponseHeaders(502, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                node.underWay.decrementAndGet();
            }
        }
    }

    private Node chosen() {
        List<Node> ready = nodes.stream().filter(node -> node.isReady).toList();
        if (ready.isEmpty()) {
            faults.add("no node is ready");
            throw new UncheckedIOException(new IOException("no node is ready"));
        }
        return ready.get(Math.floorMod(next.getAndIncrement(), ready.size()));
    }

    private static HttpRequest request(HttpExchange exchange, Node node) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.uri.resolve(exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(20))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String name : PASSED) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            faults.add(exchange.getRequestURI().getPath() + ": " + answer.statusCode());
        }
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(0);
        workers.shutdownNow();
        http.close();
    }

    private static final class Node {
        private final URI uri;
        private final AtomicInteger underWay = new AtomicInteger();
        private volatile boolean isReady;

        Node(URI uri) {
            this.uri = uri;
        }
    }
}
