package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Form;
import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a browser sent, in its query or its form. What is malformed counts as not sent. */
final class DemoForm {
    private final Map<String, List<String>> values;

    private DemoForm(Map<String, List<String>> values) {
        this.values = values;
    }

    static DemoForm query(HttpRequest<?> request) {
        return of(Objects.requireNonNullElse(request.getUri().getRawQuery(), ""));
    }

    static DemoForm body(HttpRequest<byte[]> request) {
        return of(request.getBody(byte[].class)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(""));
    }

    private static DemoForm of(String text) {
        try {
            return new DemoForm(Form.parse(text));
        } catch (BadRequest malformed) {
            return new DemoForm(Map.of());
        }
    }

    /** Empty if it was not sent. */
    String text(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** Names and values in turn. */
    static String encode(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
