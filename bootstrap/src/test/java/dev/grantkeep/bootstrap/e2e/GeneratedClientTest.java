package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.openapi.Descriptions;
import dev.grantkeep.application.described.DescribedAnswers;
import jakarta.annotation.Generated;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that is made of the description by the OpenAPI Generator, as people make theirs: compiled and used. */
class GeneratedClientTest {
    private static final Path GENERATOR = Path.of("target", "generator", "openapi-generator-cli.jar");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theGeneratedClientCompilesAndWorks(Dialect dialect) throws Exception {
        Path description = directory.resolve("description.json");
        Files.writeString(description, Descriptions.json(adapter(dialect)));

        assertThat(generator("validate", "-i", description.toString())).contains("No validation issues detected");
        generator(
                "generate",
                "-i",
                description.toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                directory.resolve("client").toString(),
                "--additional-properties=openApiNullable=false,hideGenerationTimestamp=true,useJakartaEe=true",
                "--global-property",
                "apis,models,supportingFiles,skipFormModel=false,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
        writeTrip(dialect);
        compile();

        long before = DescribedAnswers.looks();

        assertThat(trip(dialect))
                .containsEntry("service", "generated [AUTHORIZATION_CODE, REFRESH_TOKEN]")
                .containsEntry("client", "app changed kept CLIENT_SECRET_BASIC")
                .containsEntry("clients", 1)
                .containsEntry("token", "OK 86400")
                .containsEntry("alive", "OK alice [read, write]")
                .containsEntry("tokens", 1)
                .containsEntry("authorized", 1)
                .containsEntry("revoked", 1)
                .containsEntry("dead", "UNAUTHORIZED")
                .containsEntry("absent", 404);
        assertThat(DescribedAnswers.looks()).isGreaterThan(before + 10);
    }

    private static dev.grantkeep.adapter.rest.message.Dialect adapter(Dialect dialect) {
        return dev.grantkeep.adapter.rest.message.Dialect.valueOf(dialect.name());
    }

    private void writeTrip(Dialect dialect) throws IOException {
        boolean v2 = dialect == Dialect.V2;
        try (var text = GeneratedClientTest.class.getResourceAsStream("/generated/RoundTrip.txt")) {
            String source = new String(text.readAllBytes())
                    .replace("${id}", v2 ? "" : "id, ")
                    .replace("${credentials}", v2 ? "basic(service)" : "bearer(service)");
            Path file = directory.resolve("client/src/main/java/trip/RoundTrip.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-d",
                classes().toString(),
                "-cp",
                GENERATOR + File.pathSeparator + annotations()));
        try (Stream<Path> sources = Files.walk(directory.resolve("client/src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> trip(Dialect dialect) throws Exception {
        URI server = RunningGrantkeep.on(StoreMode.H2).uri();
        Api owner = new Stage(StoreMode.H2, dialect).owner();
        URL[] path = Stream.of(classes(), GENERATOR, annotations())
                .map(GeneratedClientTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            return (Map<String, Object>) loader.loadClass("trip.RoundTrip")
                    .getMethod("of", String.class, String.class)
                    .invoke(null, server.toString(), owner.authorization());
        }
    }

    private Path classes() {
        return directory.resolve("classes");
    }

    private static Path annotations() {
        return Path.of(URI.create(Generated.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String generator(String... arguments) throws Exception {
        Path log = directory.resolve("generator.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }
}
