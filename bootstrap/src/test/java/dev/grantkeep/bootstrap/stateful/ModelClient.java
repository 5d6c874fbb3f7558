package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client as the model keeps it: its settings are the last body that was sent, read anew each time. */
final class ModelClient {
    final long createdAt;
    long id;
    String secret = "";

    @Nullable
    String formerSecret;

    Map<String, Object> body;
    boolean locked;
    boolean deleted;

    ModelClient(Map<String, Object> body, long createdAt) {
        this.body = body;
        this.createdAt = createdAt;
    }

    boolean isPublic() {
        return body.containsKey("clientType") ? body.get("clientType").equals("PUBLIC") : method().equals("NONE");
    }

    String method() {
        return (String) body.getOrDefault("tokenAuthMethod", "CLIENT_SECRET_BASIC");
    }

    List<String> grantTypes() {
        return Bodies.texts(body, "grantTypes", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
    }

    List<String> responseTypes() {
        return Bodies.texts(body, "responseTypes", List.of("CODE"));
    }

    List<String> redirectUris() {
        return Bodies.texts(body, "redirectUris", List.of());
    }

    @Nullable
    String developer() {
        return (String) body.get("developer");
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(body.get(name));
    }

    /** In seconds; 0 is not set. */
    long duration(String name) {
        return Bodies.number(Bodies.object(body, "extension"), name);
    }

    /** Null if the client may request all. */
    @Nullable
    Set<String> requestable() {
        Map<String, Object> extension = Bodies.object(body, "extension");
        return Boolean.TRUE.equals(extension.get("requestableScopesEnabled"))
                ? Set.copyOf(Bodies.texts(extension, "requestableScopes", List.of()))
                : null;
    }
}
