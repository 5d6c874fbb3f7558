package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of the official library with a value in every member, so that none can get lost unnoticed. */
final class EveryMember {
    private static final Gson GSON = new Gson();

    /** Set by Grantkeep alone, or, the lock, by a call of its own. */
    private static final Set<String> NOT_SENT_BACK = Set.of(
            "number",
            "serviceOwnerNumber",
            "serviceNumber",
            "apiKey",
            "apiSecret",
            "clientId",
            "clientSecret",
            "createdAt",
            "modifiedAt",
            "metadata",
            "locked",
            "hsks",
            "derivedSectorIdentifier",
            "dynamicallyRegistered",
            "automaticallyRegistered",
            "explicitlyRegistered",
            "registrationAccessTokenHash",
            "trustChainExpiresAt",
            "trustChainUpdatedAt",
            "metadataDocumentLocation",
            "metadataDocumentExpiresAt",
            "metadataDocumentUpdatedAt",
            "discoveredByMetadataDocument",
            "clientSource");

    private static final Map<String, List<String>> MEANINGFUL = Map.of(
            "redirectUris", List.of("https://client.example.org/1", "https://client.example.org/2"),
            "requestUris", List.of("https://client.example.org/object", "https://client.example.org/other#hash"),
            "requestableScopes", List.of("read", "write"),
            "accessTokenType", List.of("Bearer"),
            "jwks", List.of("{\"keys\":[]}"),
            "customMetadata", List.of("{\"tier\":\"gold\"}", "{\"tier\":\"silver\"}"));

    private EveryMember() {}

    /** An object with every member set; another salt gives other values. */
    static <T> T of(Class<T> type, int salt) {
        try {
            T object = type.getDeclaredConstructor().newInstance();
            for (Method setter : setters(type)) {
                setter.invoke(object, value(memberOf(setter), setter.getParameterTypes()[0], salt));
            }
            return object;
        } catch (ReflectiveOperationException e) {
            throw unwrapped(e);
        }
    }

    /** Whether the one holds all that the other does, but for what only Grantkeep sets. */
    static void assertSame(Object actual, Object expected) {
        JsonObject actualMembers = members(actual);
        JsonObject expectedMembers = members(expected);
        assertThat(actualMembers.keySet()).isEqualTo(expectedMembers.keySet()).hasSizeGreaterThan(80);
        expectedMembers
                .entrySet()
                .forEach(member -> assertThat(actualMembers.get(member.getKey()))
                        .as(member.getKey())
                        .isEqualTo(member.getValue()));
    }

    private static JsonObject members(Object object) {
        JsonObject members = GSON.toJsonTree(object).getAsJsonObject();
        NOT_SENT_BACK.forEach(members::remove);
        return members;
    }

    private static List<Method> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .filter(method -> !Iterable.class.isAssignableFrom(method.getParameterTypes()[0]))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String memberOf(Method setter) {
        String name = setter.getName().substring("set".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object value(String member, Class<?> type, int salt) {
        if (type.isArray()) {
            return array(member, type.getComponentType(), salt);
        }
        if (type == String.class) {
            List<String> texts = MEANINGFUL.getOrDefault(member, List.of(member + "-" + salt));
            return texts.get(salt % texts.size());
        }
        if (type == URI.class) {
            return URI.create("https://example.com/" + member + "/" + salt);
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class || type == long.class) {
            int number = 1_000 + Math.floorMod(member.hashCode(), 1_000) + salt;
            return type == int.class ? (Object) number : (Object) (long) number;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[constants.length - 1 - salt % constants.length];
        }
        return of(type, salt);
    }

    private static Object array(String member, Class<?> component, int salt) {
        if (component.isEnum()) {
            return component.getEnumConstants();
        }
        Object array = Array.newInstance(component, 2);
        Array.set(array, 0, value(member, component, 2 * salt));
        Array.set(array, 1, value(member, component, 2 * salt + 1));
        return array;
    }

    private static RuntimeException unwrapped(ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return new IllegalStateException(cause);
    }
}
