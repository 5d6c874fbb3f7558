package dev.grantkeep.adapter.sql.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaTest {
    @Test
    void allScriptsAreApplied() throws Exception {
        Stream<String> named = Arrays.stream(Schema.values()).flatMap(schema -> schema.names().stream());
        assertThat(named.distinct()).containsExactlyInAnyOrderElementsOf(scripts());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseHasTheCommonScriptsAndItsOwn(Schema schema) throws Exception {
        List<String> directories = List.of("common/", schema.name().toLowerCase(Locale.ROOT) + "/");
        assertThat(schema.names())
                .containsExactlyInAnyOrderElementsOf(scripts().stream()
                        .filter(name -> directories.stream().anyMatch(name::startsWith))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void versionsAreNotTakenTwice(Schema schema) {
        Function<String, String> version = name -> name.substring(name.indexOf('/') + 1, name.indexOf("__"));
        assertThat(schema.names().stream().map(version)).doesNotHaveDuplicates();
    }

    private static List<String> scripts() throws IOException, URISyntaxException {
        Path directory = Path.of(
                Schema.class.getClassLoader().getResource(Schema.DIRECTORY).toURI());
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
