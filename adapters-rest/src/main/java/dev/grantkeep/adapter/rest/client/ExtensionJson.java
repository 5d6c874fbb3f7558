package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.scope.ScopeSet;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code extension} of a client: what only the service's administrator sets. */
final class ExtensionJson {
    private static final Set<String> DURATIONS =
            Set.of("accessTokenDuration", "refreshTokenDuration", "idTokenDuration");
    private static final String ENABLED = "requestableScopesEnabled";
    private static final String SCOPES = "requestableScopes";

    private ExtensionJson() {}

    static JsonNode write(ClientSettings settings, @Nullable JsonNode opaque) {
        Members to = new Members();
        if (opaque != null) {
            to.all(opaque);
        }
        Durations durations = settings.durations();
        ScopeSet scopes = settings.requestableScopes();
        return to.flag(ENABLED, scopes != null)
                .texts(SCOPES, scopes == null ? null : scopes.toStrings())
                .number("accessTokenDuration", seconds(durations.access()))
                .number("refreshTokenDuration", seconds(durations.refresh()))
                .number("idTokenDuration", seconds(durations.idToken()))
                .build();
    }

    static Durations durations(Params extension) {
        return new Durations(
                extension.duration("accessTokenDuration"),
                extension.duration("refreshTokenDuration"),
                extension.duration("idTokenDuration"));
    }

    /** The only scopes that may be requested; null if the restriction is off. */
    static @Nullable ScopeSet requestableScopes(Params extension) {
        return extension.flag(ENABLED) ? Objects.requireNonNullElse(extension.scopes(SCOPES), ScopeSet.EMPTY) : null;
    }

    /** What is left once the modelled members are taken; scopes stay here while the restriction is off. */
    static JsonNode opaque(Params extension) {
        Map<String, JsonNode> rest = new LinkedHashMap<>(extension.sent());
        rest.keySet().removeAll(DURATIONS);
        if (extension.flag(ENABLED)) {
            rest.remove(SCOPES);
        }
        rest.remove(ENABLED);
        return JsonNode.createObjectNode(rest);
    }

    private static long seconds(@Nullable TokenDuration duration) {
        return duration == null ? 0 : duration.seconds();
    }
}
