package dev.grantkeep.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SecretFilesTest {
    @TempDir
    Path directory;

    @Test
    void everySettingInTheReadmeThatSoundsSecretCanBeAFile() throws IOException {
        Set<String> named = Pattern.compile("`((?!TEST_)[A-Z_]+_(?:SECRET|PASSWORD|TOKEN|KEY|URI|URL|USERNAME))`")
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(SecretFiles.SETTINGS.stream().map(SecretFiles::variable)).containsAll(named);
    }

    @ParameterizedTest
    @FieldSource("dev.grantkeep.bootstrap.start.SecretFiles#SETTINGS")
    void theReadmeNamesTheVariableOfTheFile(String setting) throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("`" + SecretFiles.variable(setting) + "_FILE`");
    }

    @ParameterizedTest
    @FieldSource("dev.grantkeep.bootstrap.start.SecretFiles#SETTINGS")
    void whatIsInTheFileIsTheSetting(String setting) throws IOException {
        assertThat(read(Map.of(setting + "-file", file("Über-geheim = 1\n"))).getProperty(setting, String.class))
                .contains("Über-geheim = 1");
    }

    @ParameterizedTest
    @FieldSource("dev.grantkeep.bootstrap.start.SecretFiles#SETTINGS")
    void aSettingIsNotGivenTwice(String setting) throws IOException {
        String file = file("secret");
        assertThatThrownBy(() -> read(Map.of(setting, "another", setting + "-file", file)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("is given beside " + SecretFiles.variable(setting));
    }

    @ParameterizedTest
    @CsvSource({"'',is empty", "' ',is empty", "'one\ntwo\n',has more than one line"})
    void aFileWithoutOneSecretIsRefusedWithoutShowingIt(String content, String why) throws IOException {
        String file = file(content);
        assertThatThrownBy(() -> read(Map.of("mongodb.uri-file", file)))
                .isInstanceOf(StartupRefused.class)
                .hasMessage("MONGODB_URI_FILE: the file " + file + " " + why + ".");
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsRefused() throws IOException {
        assertThatThrownBy(() -> read(Map.of("mongodb.uri-file", "/no/such/file")))
                .hasMessage("MONGODB_URI_FILE: the file /no/such/file cannot be read (NoSuchFileException).");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> read(Map.of("mongodb.uri-file", binary))).hasMessageContaining("is not text in UTF-8");
        Path large = Files.write(directory.resolve("large"), new byte[100_000]);
        assertThatThrownBy(() -> read(Map.of("mongodb.uri-file", large)))
                .hasMessageContaining("has more than 65536 bytes");
    }

    @Test
    void theOwnersCredentialsAndTheDatabasesComeFromFiles() throws IOException {
        Map<String, Object> settings = new HashMap<>(TestSettings.in(directory));
        settings.keySet().removeIf(name -> name.startsWith("grantkeep.owner."));
        settings.put("grantkeep.owner.api-key-file", file("the-key"));
        settings.put("grantkeep.owner.api-secret-file", file("the-secret"));
        settings.put("grantkeep.owner.access-token-file", file("the-token"));
        settings.put("datasources.default.password-file", file("of-the-database"));
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            OwnerCredentials owner = grantkeep.context().getBean(OwnerCredentials.class);
            assertThat(owner.apiKey()).isEqualTo("the-key");
            assertThat(owner.apiSecret().value()).isEqualTo("the-secret");
            assertThat(owner.accessToken().value()).isEqualTo("the-token");
        }
        assertThatThrownBy(() -> Grantkeep.start(TestSettings.in(directory)))
                .satisfies(wrong ->
                        assertThat(StartupFailure.explain(wrong).orElseThrow()).contains("DATASOURCES_DEFAULT_URL"));
        assertThat(directory.resolve("owner.properties")).doesNotExist();
    }

    private Environment read(Map<String, Object> given) {
        ApplicationContext context = ApplicationContext.builder()
                .environments("sql", "mongo")
                .deduceEnvironment(false)
                .properties(given)
                .build();
        Environment environment = context.getEnvironment().start();
        SecretFiles.read(environment);
        return environment;
    }

    private String file(String content) throws IOException {
        Path file = Files.createTempFile(directory, "secret", "");
        return Files.write(file, content.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
