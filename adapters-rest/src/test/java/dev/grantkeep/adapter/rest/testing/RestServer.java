package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A running server and a caller of it. Tests share one and use services of their own. */
public final class RestServer {
    public static final String OWNER_KEY = "owner";
    public static final String OWNER_SECRET = "owner-secret";
    public static final String OWNER_TOKEN = "owner-token";

    private static final RestServer SHARED = new RestServer();

    private final EmbeddedServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private RestServer() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.max-request-size",
                        "2MB",
                        "micronaut.router.static-resources.assets.paths",
                        "classpath:assets",
                        "micronaut.router.static-resources.assets.mapping",
                        "/assets/**",
                        "micronaut.executors.grantkeep.type",
                        "fixed",
                        "micronaut.executors.grantkeep.number-of-threads",
                        2,
                        "micronaut.executors.grantkeep-settings.type",
                        "fixed",
                        "micronaut.executors.grantkeep-settings.number-of-threads",
                        1));
    }

    public static RestServer shared() {
        return SHARED;
    }

    public int port() {
        return server.getPort();
    }

    public InMemoryStores stores() {
        return bean(InMemoryStores.class);
    }

    public MutableClock clock() {
        return bean(MutableClock.class);
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Service given(Service service) {
        stores().services().add(Changed.to(service));
        return service;
    }

    public Client given(Client client) {
        stores().clients().add(Changed.to(client));
        return client;
    }

    /** Calls without an Authorization header. */
    public Caller anonymous() {
        return new Caller(null, "/api");
    }

    /** The owner of all services, in 2.x. */
    public Caller owner() {
        return basic(OWNER_KEY, OWNER_SECRET);
    }

    /** The owner of all services, in 3.0, on paths that name no service. */
    public Caller ownerV3() {
        return new Caller("Bearer " + OWNER_TOKEN, "/api");
    }

    public Caller v2(Service service) {
        return basic(service.id().toString(), service.secret().value());
    }

    public Caller v3(Service service) {
        return new Caller("Bearer " + service.secret().value(), "/api/" + service.id());
    }

    public Caller basic(String user, String password) {
        String pair = user + ":" + password;
        return new Caller("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), "/api");
    }

    /**
     * A request that is looked at as HTTP; no redirect is followed.
     *
     * @param form null is no body
     * @param headers names and values in turn
     */
    public HttpResponse<String> http(String method, String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        form == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchanged(request.build());
    }

    private HttpResponse<String> exchanged(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One who calls: a credential and the beginning of the paths. */
    public final class Caller {
        private final String authorization;
        private final String prefix;

        private Caller(String authorization, String prefix) {
            this.authorization = authorization;
            this.prefix = prefix;
        }

        /** The same credential on other paths. */
        public Caller at(String otherPrefix) {
            return new Caller(authorization, otherPrefix);
        }

        /** Another Authorization header on the same paths. */
        public Caller with(String otherAuthorization) {
            return new Caller(otherAuthorization, prefix);
        }

        public Answer get(String path) {
            return send("GET", path, null, null);
        }

        public Answer delete(String path) {
            return send("DELETE", path, null, null);
        }

        public Answer post(String path, String json) {
            return send("POST", path, "application/json", json);
        }

        public Answer form(String path, String form) {
            return send("POST", path, "application/x-www-form-urlencoded", form);
        }

        public Answer send(String method, String path, String contentType, String body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getPort() + prefix + path))
                    .timeout(Duration.ofSeconds(20))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (contentType != null) {
                request.header("Content-Type", contentType);
            }
            return send(request.build());
        }

        /** A GET whose answer is looked at as HTTP; further headers are names and values in turn. */
        public HttpResponse<String> raw(String path, String... headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + prefix + path));
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            return exchanged(request.build());
        }

        private Answer send(HttpRequest request) {
            HttpResponse<String> response = exchanged(request);
            return new Answer(response.statusCode(), response.body());
        }
    }
}
