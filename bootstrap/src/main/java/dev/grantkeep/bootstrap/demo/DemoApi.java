package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.adapter.rest.message.Json;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Calls Grantkeep over HTTP, as a provider's server and a client do, and notes each call so that it can be shown. */
@Singleton
@Requires(env = "demo")
final class DemoApi {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoAddress address;

    DemoApi(DemoAddress address) {
        this.address = address;
    }

    /**
     * A call that was made.
     *
     * @param curl the same to paste into a terminal
     */
    record Made(String curl, int status, String body) {
        JsonNode json() {
            return Json.read(body);
        }

        /** Empty if there is no such member. */
        String text(String name) {
            JsonNode member = json().get(name);
            return member == null || !member.isString() ? "" : member.getStringValue();
        }

        @Override
        public String toString() {
            return "Made[" + status + "]";
        }
    }

    /** A call of the Web API of 2.x by the demo's provider. */
    Made provider(String path, String json) {
        return send("/api" + path, JSON, json, DemoStory.SERVICE.toString(), DemoStory.SERVICE_SECRET.value());
    }

    Made providerGet(String path) {
        return send("/api" + path, JSON, null, DemoStory.SERVICE.toString(), DemoStory.SERVICE_SECRET.value());
    }

    /** A request of the demo's application to the token endpoint. */
    Made client(String client, String form) {
        return send("/oauth/" + DemoStory.SERVICE + "/token", FORM, form, client, DemoStory.CLIENT_SECRET.value());
    }

    /** A request of the demo's device for a code. */
    Made device(String client, String form) {
        return send(
                "/oauth/" + DemoStory.SERVICE + "/device_authorization",
                FORM,
                form,
                client,
                DemoStory.CLIENT_SECRET.value());
    }

    /** A request of the demo's application to the photos, with its access token. */
    Made resource(String path, String token) {
        String uri = address.base() + path;
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        return sent(request, "curl -s -H 'Authorization: Bearer " + token + "' " + uri);
    }

    private Made send(String path, String type, @Nullable String body, String user, String password) {
        String uri = address.base() + path;
        String pair = user + ":" + password;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        if (body == null) {
            return sent(request.build(), "curl -s -u " + pair + " " + uri);
        }
        return sent(
                request.header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                "curl -s -u " + pair + " -H 'Content-Type: " + type + "' -d '" + body.replace("'", "'\\''") + "' "
                        + uri);
    }

    private Made sent(HttpRequest request, String curl) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Made(curl, answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
