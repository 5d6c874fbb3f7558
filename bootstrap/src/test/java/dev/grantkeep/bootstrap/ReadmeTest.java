package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
