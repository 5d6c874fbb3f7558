package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.openapi.Operation.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How callers authenticate in a dialect. */
final class Security {
    private static final String SERVICE = "service";
    private static final String OWNER = "owner";

    private Security() {}

    static Map<String, Object> schemes(Dialect dialect) {
        Map<String, Object> schemes = new LinkedHashMap<>();
        if (dialect == Dialect.V2) {
            schemes.put(SERVICE, scheme("basic", "The service: its `apiKey` and `apiSecret`."));
            schemes.put(OWNER, scheme("basic", "The owner of all services: its API key and secret."));
        } else {
            schemes.put(SERVICE, scheme("bearer", "The service: its `apiSecret` is its access token."));
            schemes.put(OWNER, scheme("bearer", "The owner of all services: its access token."));
        }
        return schemes;
    }

    static List<Map<String, List<String>>> of(Caller caller, Dialect dialect) {
        return switch (caller) {
            case ANYBODY -> List.of();
            case OWNER -> only(OWNER);
            case SERVICE_OR_OWNER -> both();
            case OWNER_OF_2 -> dialect == Dialect.V2 ? only(OWNER) : both();
            case SERVICE -> dialect == Dialect.V2 ? only(SERVICE) : both();
        };
    }

    private static List<Map<String, List<String>>> only(String scheme) {
        return List.of(Map.of(scheme, List.of()));
    }

    private static List<Map<String, List<String>>> both() {
        return List.of(Map.of(SERVICE, List.of()), Map.of(OWNER, List.of()));
    }

    private static Map<String, String> scheme(String name, String description) {
        return Map.of("type", "http", "scheme", name, "description", description);
    }
}
