package dev.grantkeep.application.port.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.service.UserCodeForm;
import dev.grantkeep.domain.token.AccessJwt;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenLocator;
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
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is a record may come into a log or an exception's message: none shows a token or secret there. */
final class SecretsHideTest {
    private static final String SECRET = "Secret-of-its-holder-4711";

    /** The texts that may be shown, by name or, where that says too little, by record too. Any other is taken for a secret. */
    private static final Set<String> SHOWN = Set.of(
            "acr",
            "acrs",
            "algorithm",
            "authorizationDetails",
            "authorizationDetailsTypes",
            "byDefault",
            "claimsLocales",
            "color",
            "consentedClaims",
            "context",
            "curve",
            "customMetadata",
            "defaultAcrs",
            "description",
            "destinations",
            "detail",
            "developer",
            "display",
            "displays",
            "embedders",
            "error",
            "faults",
            "eventId",
            "hint",
            "host",
            "idTokenClaims",
            "loginHint",
            "member",
            "name",
            "names",
            "narrowedDetails",
            "narrowedTo",
            "nonce",
            "operations",
            "paths",
            "pattern",
            "prompts",
            "reason",
            "redirectUri",
            "resource",
            "resourceServer",
            "resources",
            "responseModes",
            "rest",
            "resultCode",
            "scope",
            "scopes",
            "sessionId",
            "state",
            "sub",
            "subject",
            "tag",
            "targets",
            "transformed",
            "type",
            "types",
            "uiLocales",
            "uri",
            "use",
            "verificationUri",
            "verificationUriComplete",
            "what",
            "why",
            "Asked.json",
            "Part.part",
            "words",
            "AssertionPolicy.endpoints",
            "AssertionPolicy.issuer",
            "Attribute.key",
            "Attribute.value",
            "ClientAlias.value",
            "ClientIdentifier.value",
            "ClientRequestObjects.uris",
            "DescribedMember.remark",
            "Jwk.id",
            "JwtForm.content",
            "JwtForm.encryption",
            "JwtForm.signing",
            "KeyWish.id",
            "Property.key",
            "RequestObjectPolicy.issuer",
            "RequestedClaims.json",
            "ScopeName.value",
            "Subject.value",
            "TaggedText.value");

    /** What is no record, or a record that does not take any text. */
    private static final Map<Class<?>, Object> BY_HAND = Map.ofEntries(
            Map.entry(Members.class, Members.of(Map.of("jwks", SECRET))),
            Map.entry(ClientSettings.class, new ClientSettings(Members.of(Map.of("jwks", SECRET)), Set.of())),
            Map.entry(ServiceSettings.class, new ServiceSettings(Members.of(Map.of("jwks", SECRET)), Set.of())),
            Map.entry(ScopeCatalog.class, new ScopeCatalog(List.of(Scope.named("read")))),
            Map.entry(ScopeSet.class, ScopeSet.of("read")),
            Map.entry(RedirectUri.class, new RedirectUri("https://client.example.org/cb")),
            Map.entry(DocumentAddress.class, new DocumentAddress("https://client.example.org/jwks")),
            Map.entry(
                    RemoteDocument.class,
                    new RemoteDocument(
                            new DocumentAddress("https://client.example.org/jwks"),
                            SECRET,
                            Times.NOW,
                            Times.NOW.plusSeconds(1))),
            Map.entry(CodeChallenge.class, new CodeChallenge(CodeChallenge.Method.PLAIN, "x".repeat(43))),
            Map.entry(AccessJwt.class, new AccessJwt("eyJ." + SECRET + "." + SECRET)),
            Map.entry(TokenHash.class, new TokenValue(SECRET).hash()),
            Map.entry(Locale.class, Locale.GERMAN),
            Map.entry(UserCodeForm.class, new UserCodeForm(UserCodeForm.Charset.BASE20, UserCodeForm.LEAST)),
            Map.entry(TokenId.class, Unique.tokenId()));

    static List<Class<?>> records() {
        return Stream.of(TokenRecord.class, Clock.class)
                .flatMap(SecretsHideTest::classesBeside)
                .filter(Class::isRecord)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordShowsASecret(Class<?> type) {
        assertThat(example(type).toString())
                .as("what may be shown is listed above")
                .doesNotContain(SECRET);
    }

    @Test
    void thereAreRecordsOfEveryPackage() {
        assertThat(records())
                .hasSizeGreaterThan(200)
                .contains(TokenLocator.ByAccess.class, Page.class, ClientCredentials.class, Authenticated.class);
    }

    @Test
    void whatRecordsAreMadeOfHides() {
        assertThat(List.of(
                        new TokenValue(SECRET),
                        new AccessJwt("eyJ." + SECRET + "." + SECRET),
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

    /** All classes of a module, which is a directory or, once it is packaged, a jar. */
    private static Stream<Class<?>> classesBeside(Class<?> one) {
        try {
            Path module = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(module)) {
                return classesIn(module);
            }
            try (FileSystem jar = FileSystems.newFileSystem(module)) {
                return classesIn(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> classesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .sorted()
                    .<Class<?>>map(SecretsHideTest::loaded)
                    .toList()
                    .stream();
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
            case "URI" -> URI.create("https://example.com/");
            case "Duration" -> Duration.ofSeconds(60);
            case "byte[]" -> SECRET.getBytes(StandardCharsets.UTF_8);
            default -> BY_HAND.containsKey(type) ? BY_HAND.get(type) : made(type);
        };
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
        boolean shown = SHOWN.contains(component.getName())
                || SHOWN.contains(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
        return switch (component.getGenericType().getTypeName()) {
            case "java.lang.String", "java.lang.Object" -> shown ? "shown" : SECRET;
            case "java.util.List<java.lang.String>" -> List.of(shown ? "shown" : SECRET);
            case "java.util.Set<java.lang.String>" -> Set.of(shown ? "shown" : SECRET);
            default -> example(component.getGenericType());
        };
    }
}
