package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Form encoding, for the parameters of clients' requests and for redirect URIs. */
final class Form {
    private Form() {}

    /** Names and values in turn. */
    static String of(Object... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
        }
        return String.join("&", pairs);
    }

    static String encode(Object text) {
        return URLEncoder.encode(text.toString(), UTF_8);
    }

    static Map<String, String> parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    static Map<String, String> query(String uri) {
        return parse(URI.create(uri).getRawQuery());
    }

    static Map<String, String> fragment(String uri) {
        return parse(URI.create(uri).getRawFragment());
    }
}
