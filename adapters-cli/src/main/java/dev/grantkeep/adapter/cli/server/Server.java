package dev.grantkeep.adapter.cli.server;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running Grantkeep, called through its API in the dialect 3.0. */
public final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final Secret token;
    private final Http http = new Http(PATIENCE);

    public Server(URI base, Secret token) {
        this.base = base;
        this.token = token;
    }

    public URI base() {
        return base;
    }

    /**
     * The answer to a call of the API.
     *
     * @param path after {@code /api/}, encoded
     * @throws CommandFailed if the call cannot be made, or the server says no
     */
    public Map<String, Object> get(String path) {
        return Answers.read(base, send(request(path).GET()));
    }

    /** The same, with the JSON of these members. */
    public Map<String, Object> post(String path, Map<String, ? extends @Nullable Object> members) {
        return Answers.read(
                base,
                send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonText.write(members)))));
    }

    /** The same, for a call that takes something away. */
    public void delete(String path) {
        Answers.read(base, send(request(path).DELETE()));
    }

    /** A part of a path, whatever characters it has. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceFirst("/+$", "") + "/api/" + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.value());
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return http.send(request.build());
        } catch (IOException e) {
            throw Answers.unreachable(base, e);
        }
    }
}
