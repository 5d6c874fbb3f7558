package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ReadmeTest {
    @ParameterizedTest
    @ValueSource(strings = {"application.yml", "application-sql.yml"})
    void itNamesEveryOwnSetting(String file) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(settings(file).filter(ReadmeTest::isForUsers))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(readme).contains("`" + setting + "`"));
    }

    /** As that which says of each specification what is in. */
    @Test
    void theTestsThatItNamesExist() throws IOException {
        Set<String> named = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`")
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(name -> name.group(1) + ".java")
                .collect(Collectors.toSet());
        assertThat(named).contains("OpenIdConnectCoreSection3Test.java");
        assertThat(tests()).containsAll(named);
    }

    @Test
    void theArchitectureNamesEveryDecision() throws IOException {
        String architecture = Files.readString(Path.of("..", "docs", "architecture.md"));
        assertThat(files(Path.of("..", "docs", "adr")).filter(Files::isRegularFile))
                .hasSizeGreaterThan(50)
                .allSatisfy(decision -> assertThat(architecture).contains("(adr/" + decision.getFileName() + ")"));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve(Path.of("src", "test", "java")))
                    .filter(Files::isDirectory)
                    .flatMap(ReadmeTest::files)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What whoever runs Grantkeep is likely to change. */
    private static boolean isForUsers(String setting) {
        return (setting.startsWith("GRANTKEEP_") || setting.startsWith("DATASOURCES_"))
                && !setting.endsWith("_POOL_NAME");
    }

    private static Stream<String> settings(String file) throws IOException {
        try (InputStream yaml = ReadmeTest.class.getResourceAsStream("/" + file)) {
            Map<String, Object> content = new Yaml().load(yaml);
            return variables("", content).toList().stream();
        }
    }

    private static Stream<String> variables(String prefix, Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().flatMap(entry -> variables(prefix + "_" + entry.getKey(), entry.getValue()))
                : Stream.of(prefix.substring(1).replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
