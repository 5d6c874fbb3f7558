package dev.grantkeep.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.adapter.rest.testing.RestServer.Caller;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls read the parameters that are declared, and no others. */
class DeclaredRequestsTest {
    private static final Object WRONG = Map.of("of", "another type");
    private static final Pattern READ = Pattern.compile(
            "(?:[pP]arams\\(?\\)?|IdTokenParams|TokenParams)\\s*\\.(?:text|requiredText|flag|number|words|scopes|name|has|node|duration"
                    + "|instant|subject|subjectOrNull|properties)\\(\\s*\"(\\w+)\"");
    /** What is refused, because it asks for a protection that is not given. */
    private static final Set<String> REFUSED = Set.of("dpop");

    @Test
    void everyDeclaredParameterOfABodyIsRead() {
        Service service = RestServer.shared().given(Services.aService().build());
        Caller caller = RestServer.shared().v2(service);
        List<String> unread = new ArrayList<>();
        operations()
                .filter(operation ->
                        operation.body() != null && !operation.body().members())
                .forEach(operation -> operation.body().fields().stream()
                        .filter(field ->
                                requests(operation, field).noneMatch(body -> isRefused(caller, operation, field, body)))
                        .forEach(field -> unread.add(operation.id() + " " + field.name())));

        // Read once there is a token: see IntrospectionTest.
        assertThat(unread).containsExactly("authIntrospectionStandard withHiddenProperties");
    }

    @Test
    void everyParameterThatIsReadIsDeclared() throws IOException {
        Set<String> declared = new TreeSet<>(REFUSED);
        operations().forEach(operation -> {
            operation.query().forEach(field -> declared.add(field.name()));
            if (operation.body() != null) {
                operation.body().fields().forEach(field -> declared.add(field.name()));
            }
        });

        assertThat(read()).hasSizeGreaterThan(30).isSubsetOf(declared);
    }

    /** Requests that are good but for one member: the least, the most, and that for each decision. */
    private static Stream<Map<String, Object>> requests(Operation operation, Field wrong) {
        List<Field> fields = operation.body().fields();
        Map<String, Object> most = examples(fields.stream());
        Stream<Map<String, Object>> decided = Stream.of("AUTHORIZED", "ACCESS_DENIED")
                .map(result -> {
                    Map<String, Object> whole = new LinkedHashMap<>(most);
                    whole.computeIfPresent("result", (name, value) -> result);
                    return whole;
                });
        return Stream.concat(Stream.of(examples(fields.stream().filter(Field::required))), decided)
                .peek(body -> body.put(wrong.name(), wrong.schema().tree().containsKey("$ref") ? 1L : WRONG));
    }

    private static Map<String, Object> examples(Stream<Field> fields) {
        Examples examples = new Examples(Components.shared(Dialect.V2));
        Map<String, Object> body = new LinkedHashMap<>();
        fields.forEach(field -> body.put(field.name(), examples.of(field.schema())));
        body.replaceAll((name, value) -> value.equals(true) ? (Object) false : value);
        body.computeIfPresent("parameters", (name, value) -> "grant_type=client_credentials&token=x");
        return body;
    }

    private static boolean isRefused(Caller caller, Operation operation, Field field, Map<String, Object> body) {
        String path = operation.path(Dialect.V2).substring("/api".length()).replace("{client}", "1");
        Answer answer = caller.send(operation.method(), path, "application/json", JsonText.write(body));
        return answer.body().contains("'" + field.name() + "'");
    }

    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/grantkeep/adapter/rest"))) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().matches(".*/(front|apps|openapi)/.*"))
                    .forEach(path -> READ.matcher(text(path)).results().forEach(call -> names.add(call.group(1))));
        }
        return names;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Operation> operations() {
        return Calls.byHeading().values().stream().flatMap(List::stream);
    }
}
