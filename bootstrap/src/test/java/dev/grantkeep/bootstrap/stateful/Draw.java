package dev.grantkeep.bootstrap.stateful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a step draws at random. */
final class Draw {
    static final List<String> SCOPES = List.of("read", "write", "pay");
    static final List<String> SUBJECTS = List.of("ann", "bob");
    static final List<String> RESOURCES = List.of("https://a.example.com/", "https://b.example.com/");
    static final String REDIRECT_URI = "https://client.example.org/cb";
    private static final long[] SECONDS = {90, 600, 3_600, 86_400};

    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long seconds() {
        return SECONDS[below(SECONDS.length)];
    }

    /** Mostly 0. */
    long requestedSeconds() {
        return chance(8) ? seconds() : 0;
    }

    <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    /** The last ones are the likeliest. */
    <T> T late(List<T> list) {
        int back = Math.min(below(list.size()), below(list.size()));
        return list.get(list.size() - 1 - back);
    }

    <T> List<T> some(List<T> list, int percent) {
        List<T> some = new ArrayList<>();
        list.forEach(item -> {
            if (chance(percent)) {
                some.add(item);
            }
        });
        return some;
    }

    String subject() {
        return of(SUBJECTS);
    }

    /** With one that the service does not have, now and then. */
    List<String> scopes() {
        List<String> scopes = some(SCOPES, 60);
        if (chance(8)) {
            scopes.add("none");
        }
        return scopes;
    }

    /** Null for none. */
    @Nullable
    String scope() {
        List<String> scopes = scopes();
        return scopes.isEmpty() || chance(15) ? null : String.join(" ", scopes);
    }

    List<String> resources() {
        return chance(60) ? List.of() : some(RESOURCES, 60);
    }

    Map<String, Object> service() {
        Map<String, Object> body = Bodies.of("serviceName", "s" + below(9), "issuer", "https://as.example.com");
        body.put("supportedScopes", some(SCOPES, 90).stream().map(this::scopeOf).toList());
        put(
                body,
                96,
                "supportedGrantTypes",
                some(List.of("AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"), 98));
        put(body, 96, "supportedResponseTypes", List.of("CODE", "TOKEN"));
        put(body, 97, "supportedTokenAuthMethods", List.of("NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"));
        put(body, 70, "accessTokenDuration", seconds());
        put(body, 70, "refreshTokenDuration", 10 * seconds());
        put(body, 20, "authorizationCodeDuration", seconds());
        flag(body, "refreshTokenKept", 25);
        flag(body, "refreshTokenDurationKept", 30);
        flag(body, "refreshTokenDurationReset", 50);
        flag(body, "refreshTokenIdempotent", 40);
        flag(body, "tokenExpirationLinked", 25);
        flag(body, "singleAccessTokenPerSubject", 20);
        flag(body, "scopeRequired", 8);
        flag(body, "pkceRequired", 8);
        if (chance(60)) {
            String rule = chance(50) ? "shortest" : "most_specific";
            body.put("attributes", List.of(Bodies.of("key", "grantkeep.duration_rule", "value", rule)));
        }
        return body;
    }

    private Map<String, Object> scopeOf(String name) {
        Map<String, Object> scope = Bodies.of("name", name);
        if (chance(25)) {
            scope.put("defaultEntry", true);
        }
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (String kind : List.of("access", "refresh")) {
            if (chance(30)) {
                attributes.add(Bodies.of("key", kind + "_token.duration", "value", Long.toString(seconds())));
            }
        }
        scope.put("attributes", attributes);
        return scope;
    }

    Map<String, Object> client() {
        Map<String, Object> body = Bodies.of("clientName", "c" + below(9));
        put(body, 96, "redirectUris", List.of(REDIRECT_URI));
        put(
                body,
                96,
                "grantTypes",
                some(List.of("AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"), 97));
        put(body, 95, "responseTypes", List.of("CODE", "TOKEN"));
        put(body, 50, "developer", "dev" + below(2));
        if (chance(30)) {
            body.put("clientType", "PUBLIC");
            body.put("tokenAuthMethod", "NONE");
        } else if (chance(90)) {
            body.put("clientType", "CONFIDENTIAL");
            body.put("tokenAuthMethod", chance(50) ? "CLIENT_SECRET_BASIC" : "CLIENT_SECRET_POST");
        }
        flag(body, "singleAccessTokenPerSubject", 10);
        flag(body, "pkceRequired", 8);
        if (chance(50)) {
            body.put("extension", extension());
        }
        return body;
    }

    private Map<String, Object> extension() {
        Map<String, Object> extension = new LinkedHashMap<>();
        put(extension, 40, "accessTokenDuration", seconds());
        put(extension, 40, "refreshTokenDuration", seconds());
        if (chance(25)) {
            extension.put("requestableScopesEnabled", true);
            extension.put("requestableScopes", some(SCOPES, 70));
        }
        return extension;
    }

    private void put(Map<String, Object> body, int percent, String name, Object value) {
        if (chance(percent)) {
            body.put(name, value);
        }
    }

    /** Absent, on, and now and then off. */
    private void flag(Map<String, Object> body, String name, int percent) {
        if (chance(percent)) {
            body.put(name, true);
        } else {
            put(body, 20, name, false);
        }
    }
}
