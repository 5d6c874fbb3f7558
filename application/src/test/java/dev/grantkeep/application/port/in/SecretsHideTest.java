package dev.grantkeep.application.port.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.duration.DurationCandidate;
import dev.grantkeep.domain.duration.DurationLevel;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes through a port may come into a log or an exception's message: none shows a token or secret there. */
final class SecretsHideTest {
    private static final String SECRET = "Secret-of-its-holder-4711";

    /** The texts that may be shown. A text of another name is taken for a secret. */
    private static final Set<String> SHOWN = Set.of(
            "acr",
            "acrs",
            "authorizationDetails",
            "claimsLocales",
            "context",
            "detail",
            "developer",
            "display",
            "error",
            "hint",
            "loginHint",
            "pattern",
            "prompts",
            "redirectUri",
            "resourceServer",
            "resources",
            "resultCode",
            "scopes",
            "state",
            "subject",
            "uiLocales");

    static List<Class<?>> records() {
        return Stream.of("application.port.in", "application.port.out")
                .flatMap(SecretsHideTest::classesOf)
                .filter(Class::isRecord)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordOfAPortShowsASecret(Class<?> type) {
        assertThat(example(type).toString()).doesNotContain(SECRET);
    }

    @Test
    void thereAreRecordsOfEveryPort() {
        assertThat(records())
                .hasSizeGreaterThan(60)
                .contains(dev.grantkeep.application.port.in.exchange.ClientCredentials.class);
    }

    @Test
    void whatRecordsAreMadeOfHides() {
        assertThat(List.of(
                        new TokenValue(SECRET),
                        new Secret(SECRET),
                        Members.of(Map.of("jwks", SECRET)),
                        new Property("key", SECRET, true),
                        new Parameters(Map.of("client_secret", List.of(SECRET)))))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(SECRET));
    }

    /** A test that could not fail would be worth nothing. */
    @Test
    void aRecordThatShowsASecretIsNoticed() {
        record Showing(Service service, String token) {}

        assertThat(example(Showing.class).toString()).contains(SECRET);
    }

    private static Stream<Class<?>> classesOf(String name) {
        Path root;
        try {
            root = Path.of(Clock.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Path directory = root.resolve("dev/grantkeep/" + name.replace('.', '/'));
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .sorted()
                    .<Class<?>>map(SecretsHideTest::loaded)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object example(Type type) {
        if (type instanceof ParameterizedType generic) {
            return exampleOf(generic);
        }
        return type instanceof Class<?> plain ? exampleOf(plain) : exampleOf(TokenRecord.class);
    }

    private static Object exampleOf(ParameterizedType type) {
        List<Object> arguments = Arrays.stream(type.getActualTypeArguments())
                .map(SecretsHideTest::example)
                .toList();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "List" -> List.copyOf(arguments);
            case "Set" -> Set.copyOf(arguments);
            case "Optional" -> Optional.of(arguments.get(0));
            case "Map" -> Map.of("parameter", arguments.get(1));
            default -> exampleOf((Class<?>) type.getRawType());
        };
    }

    private static Object exampleOf(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "Object" -> SECRET;
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "Instant" -> Times.NOW;
            case "Duration" -> Duration.ofSeconds(60);
            default -> exampleOfDomain(type);
        };
    }

    private static Object exampleOfDomain(Class<?> type) {
        Client client = Clients.aClient()
                .withSecret(new Secret(SECRET))
                .withOpaque("{\"jwks\":\"" + SECRET + "\"}")
                .build();
        Service service = Services.aService()
                .withSecret(new Secret(SECRET))
                .withDerivationKey(new Secret(SECRET))
                .withOpaque("{\"jwks\":\"" + SECRET + "\"}")
                .build();
        GrantHead head = Grants.aGrant().of(client).build();
        Ticket ticket = Tickets.aTicket().of(client).build();
        Map<Class<?>, Object> known = Map.ofEntries(
                Map.entry(Subject.class, new Subject("user")),
                Map.entry(ClientIdentifier.class, new ClientIdentifier("4711")),
                Map.entry(RedirectUri.class, new RedirectUri("https://client.example.org/cb")),
                Map.entry(Property.class, new Property("key", SECRET, true)),
                Map.entry(
                        DurationCandidate.class,
                        new DurationCandidate(DurationLevel.BUILT_IN, null, TokenDuration.ofSeconds(60))),
                Map.entry(ClientSettings.class, client.settings()),
                Map.entry(Service.class, service),
                Map.entry(ServiceSettings.class, service.settings()),
                Map.entry(Client.class, client),
                Map.entry(GrantHead.class, head),
                Map.entry(TokenRecord.class, Tokens.aToken().of(client, head).build()),
                Map.entry(
                        AuthorizationCode.class, Codes.aCode().of(client, head).build()),
                Map.entry(Ticket.class, ticket),
                Map.entry(AuthorizationRequest.class, ticket.request()),
                Map.entry(Durations.class, Durations.UNSET),
                Map.entry(ScopeSet.class, ScopeSet.parse("read")),
                Map.entry(TokenDetails.class, TokenDetails.NONE),
                Map.entry(TokenHash.class, new TokenValue(SECRET).hash()),
                Map.entry(TokenId.class, Unique.tokenId()));
        Object found = known.get(type);
        return found == null ? made(type) : found;
    }

    private static Object made(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return example(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> type.getSimpleName());
        }
        assertThat(type).as("a kind of value that this test cannot make").isRecord();
        return madeOfComponents(type);
    }

    private static Object madeOfComponents(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(valueOf(component));
        }
        try {
            var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make " + type, e);
        }
    }

    private static Object valueOf(RecordComponent component) {
        boolean shown = SHOWN.contains(component.getName());
        String type = component.getGenericType().getTypeName();
        if (shown && type.equals("java.lang.String")) {
            return "shown";
        }
        if (shown && type.equals("java.util.List<java.lang.String>")) {
            return List.of("shown");
        }
        return example(component.getGenericType());
    }
}
