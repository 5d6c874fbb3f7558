package dev.grantkeep.bootstrap.stateful;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A service's settings as the model reads them from the last body that was sent: whatever it left out is what a new
 * service has.
 *
 * @param shortestByDefault whether the rule for durations is that of 2.x if the body names none
 */
record ModelSettings(Map<String, Object> body, boolean shortestByDefault) {
    boolean flag(String name) {
        return Boolean.TRUE.equals(body.get(name));
    }

    List<String> grantTypes() {
        return Bodies.texts(body, "supportedGrantTypes", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
    }

    List<String> responseTypes() {
        return Bodies.texts(body, "supportedResponseTypes", List.of("CODE"));
    }

    List<String> authMethods() {
        return Bodies.texts(body, "supportedTokenAuthMethods", List.of("CLIENT_SECRET_BASIC"));
    }

    Set<String> scopes() {
        return names(Bodies.objects(body, "supportedScopes").stream());
    }

    Set<String> defaultScopes() {
        return names(Bodies.objects(body, "supportedScopes").stream()
                .filter(scope -> Boolean.TRUE.equals(scope.get("defaultEntry"))));
    }

    /** Of these scopes those that the service has and the client may have. */
    Set<String> allowed(ModelClient client, Collection<String> asked) {
        Set<String> allowed = new TreeSet<>(asked);
        allowed.retainAll(scopes());
        Set<String> requestable = client.requestable();
        if (requestable != null) {
            allowed.retainAll(requestable);
        }
        return allowed;
    }

    long codeSeconds() {
        long set = Bodies.number(body, "authorizationCodeDuration");
        return set == 0 ? 600 : set;
    }

    /** How many seconds a token with these scopes lives. */
    long seconds(String kind, ModelClient client, Set<String> scopes, long requested) {
        if (requested > 0) {
            return requested;
        }
        long ofService = Bodies.number(body, kind + "TokenDuration");
        long base = ofService > 0 ? ofService : kind.equals("access") ? 86_400 : 864_000;
        long ofScopes = shortestOfScopes(kind, scopes);
        long ofClient = client.duration(kind + "TokenDuration");
        if (isShortest()) {
            return LongStream.of(base, ofScopes, ofClient)
                    .filter(seconds -> seconds > 0)
                    .min()
                    .orElseThrow();
        }
        return ofClient > 0 ? ofClient : ofScopes > 0 ? ofScopes : base;
    }

    /** 0 if none of the scopes says anything. */
    long shortestOfScopes(String kind, Set<String> scopes) {
        return Bodies.objects(body, "supportedScopes").stream()
                .filter(scope -> scopes.contains(scope.get("name")))
                .flatMap(scope -> Bodies.objects(scope, "attributes").stream())
                .filter(attribute -> attribute.get("key").equals(kind + "_token.duration"))
                .mapToLong(attribute -> Long.parseLong((String) attribute.get("value")))
                .min()
                .orElse(0);
    }

    boolean isShortest() {
        return Bodies.objects(body, "attributes").stream()
                .filter(attribute -> attribute.get("key").equals("grantkeep.duration_rule"))
                .map(attribute -> attribute.get("value").equals("shortest"))
                .findFirst()
                .orElse(shortestByDefault);
    }

    private static Set<String> names(Stream<Map<String, Object>> scopes) {
        return new TreeSet<>(scopes.map(scope -> (String) scope.get("name")).toList());
    }
}
