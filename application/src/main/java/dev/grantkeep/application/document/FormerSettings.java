package dev.grantkeep.application.document;

import dev.grantkeep.domain.value.Members;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form that settings had before they were one document: some members under names of their own, and the others as
 * text. It is read where an earlier release wrote last, and written so that the release before this one can go on; the
 * next release drops it. SQL and MongoDB differed in a few names: both are written, and either is read.
 */
public final class FormerSettings {
    /** The member that holds the text of the members without a name here. */
    public static final String OPAQUE = "opaque";

    private static final String EXTENSION = "extension";
    private static final String ENABLED = "requestableScopesEnabled";
    private static final String REQUESTABLE = "requestableScopes";

    public static final FormerSettings OF_SERVICE = new FormerSettings(ServiceMembers.table(), """
            serviceName name
            issuer issuer
            accessTokenType accessTokenType
            supportedScopes scopes
            supportedGrantTypes grantTypes capabilities.grantTypes
            supportedResponseTypes responseTypes capabilities.responseTypes
            supportedTokenAuthMethods tokenAuthMethods capabilities.tokenAuthMethods
            accessTokenDuration durations.access
            refreshTokenDuration durations.refresh
            idTokenDuration durations.idToken
            authorizationCodeDuration codeDuration
            refreshTokenKept refresh.kept
            refreshTokenDurationKept refresh.durationKept
            refreshTokenDurationReset refresh.durationReset
            refreshTokenIdempotent refresh.idempotent
            tokenExpirationLinked refresh.expirationLinked
            openidDroppedOnRefreshWithoutOfflineAccess refresh.openidDroppedWithoutOfflineAccess
            pkceRequired authorization.pkceRequired
            pkceS256Required authorization.pkceS256Required
            scopeRequired authorization.scopeRequired
            issSuppressed authorization.issSuppressed
            loopbackRedirectionUriVariable authorization.loopbackPortVariable
            errorDescriptionOmitted errorDescriptionOmitted errors.descriptionOmitted
            errorUriOmitted errorUriOmitted errors.uriOmitted
            singleAccessTokenPerSubject singleAccessTokenPerSubject
            clientIdAliasEnabled clientIdAliasEnabled
            clientsPerDeveloper clientsPerDeveloper
            attributes attributes
            """);

    public static final FormerSettings OF_CLIENT = new FormerSettings(ClientMembers.table(), """
            developer developer
            clientIdAlias alias
            clientIdAliasEnabled aliasEnabled
            clientType type
            applicationType applicationType
            clientName name
            redirectUris redirectUris
            responseTypes responseTypes
            grantTypes grantTypes
            tokenAuthMethod authMethod
            extension.accessTokenDuration durations.access
            extension.refreshTokenDuration durations.refresh
            extension.idTokenDuration durations.idToken
            extension.requestableScopes requestableScopes
            defaultMaxAge defaultMaxAge
            singleAccessTokenPerSubject singleAccessTokenPerSubject
            pkceRequired pkceRequired
            pkceS256Required pkceS256Required
            attributes attributes
            """);

    private final MemberTable table;
    private final List<Place> places;

    private FormerSettings(MemberTable table, String places) {
        this.table = table;
        this.places = places.lines()
                .map(line -> List.of(line.split(" ")))
                .map(words -> new Place(words.get(0), table.typeAt(words.get(0)), words.subList(1, words.size())))
                .toList();
    }

    /**
     * The document of settings that an earlier release wrote. What it kept in another type than the member's gets that
     * type, or stays as it is where it cannot.
     */
    public Members read(Map<String, ?> former) {
        Map<String, Object> document = new LinkedHashMap<>();
        JsonText.read(String.valueOf(former.get(OPAQUE)))
                .forEach((name, value) -> document.put(name, table.typed(name, value)));
        for (Place place : places) {
            @Nullable Object value = place.read(former);
            if (value != null) {
                put(document, place.member(), value);
            }
        }
        if (this == OF_CLIENT) {
            put(document, EXTENSION + "." + ENABLED, former.get(REQUESTABLE) != null);
        }
        return Members.of(document);
    }

    /** The form for the release before. */
    public Map<String, Object> write(Members document) {
        Members extension = document.object(EXTENSION);
        boolean restricted = extension.flag(ENABLED);
        Map<String, Object> former = new LinkedHashMap<>();
        former.put("durations", new LinkedHashMap<>()); // that release wants it even where none is set
        Map<String, Object> rest = new LinkedHashMap<>(document.tree());
        if (!extension.equals(Members.NONE)) {
            rest.put(EXTENSION, new LinkedHashMap<>(extension.without(ENABLED).tree()));
        }
        for (Place place : places) {
            if (restricted || !place.member().equals(EXTENSION + "." + REQUESTABLE)) {
                place.write(remove(rest, place.member()), former);
            }
        }
        rest.remove(EXTENSION, Map.of());
        former.put("demands", List.of()); // that release reads them from the other members as well
        former.put(OPAQUE, JsonText.write(rest));
        return former;
    }

    /**
     * Where the value of a member stands.
     *
     * @param member may be a member of a member, {@code extension.idTokenDuration}; so may the paths
     */
    private record Place(String member, Type type, List<String> paths) {
        @Nullable
        Object read(Map<String, ?> former) {
            @Nullable Object value = null;
            for (String path : paths) {
                value = value == null ? at(former, path) : value;
            }
            if (value == null) {
                return ifAbsent();
            }
            if (type instanceof Type.ListOf && value instanceof String words) {
                return Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
            }
            Object named = scopesRead(value);
            try {
                @Nullable Object typed = type.of(named, Type.Source.FORM, member);
                return type.isNone(typed) ? null : typed;
            } catch (WrongType storedByAnEarlierVersion) {
                return named;
            }
        }

        /** What was false or 0 was left out. */
        private @Nullable Object ifAbsent() {
            return switch (type) {
                case Type.Flag flag -> false;
                case Type.Whole number -> 0L;
                case Type.Seconds seconds -> 0L;
                default -> null;
            };
        }

        void write(@Nullable Object value, Map<String, Object> former) {
            @Nullable Object written = formerly(value);
            if (written != null) {
                paths.forEach(path -> put(former, path, written));
            }
        }

        private @Nullable Object formerly(@Nullable Object value) {
            return switch (type) {
                case Type.Seconds seconds -> Long.valueOf(0).equals(value) ? null : value;
                case Type.Whole number -> value instanceof Long whole ? (Object) Math.toIntExact(whole) : value;
                case Type.ListOf words ->
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                            : "";
                case Type.Several list -> value == null ? List.of() : scopesWritten(value);
                default -> value;
            };
        }

        /** MongoDB had the flag of a scope as {@code default}. */
        private Object scopesRead(Object value) {
            return eachScope(value, scope -> {
                if (scope.containsKey("default")) {
                    scope.put("defaultEntry", scope.get("default"));
                }
            });
        }

        private Object scopesWritten(Object value) {
            return eachScope(value, scope -> {
                scope.put("default", scope.getOrDefault("defaultEntry", false));
                scope.putIfAbsent("descriptions", List.of());
                scope.putIfAbsent("attributes", List.of());
            });
        }

        private Object eachScope(Object value, Consumer<Map<Object, Object>> change) {
            if (!paths.contains("scopes") || !(value instanceof List<?> scopes)) {
                return value;
            }
            return scopes.stream()
                    .map(scope -> {
                        Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) scope);
                        change.accept(copy);
                        return copy;
                    })
                    .toList();
        }
    }

    private static @Nullable Object at(Map<String, ?> tree, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return tree.get(path);
        }
        return tree.get(path.substring(0, dot)) instanceof Map<?, ?> part ? part.get(path.substring(dot + 1)) : null;
    }

    @SuppressWarnings("unchecked") // whatever has parts here is a map of this kind
    private static void put(Map<String, Object> tree, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, value);
        } else {
            ((Map<String, Object>) tree.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>()))
                    .put(path.substring(dot + 1), value);
        }
    }

    private static @Nullable Object remove(Map<String, Object> tree, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return tree.remove(path);
        }
        return tree.get(path.substring(0, dot)) instanceof Map<?, ?> part ? part.remove(path.substring(dot + 1)) : null;
    }
}
