package dev.grantkeep.bootstrap.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of a test class of whichever module, or of a class in it. Only a text can be had of all modules' tests. */
final class TestSource {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
    private static final Pattern IS_TEST = Pattern.compile("^ *@(Parameterized)?Test$", Pattern.MULTILINE);

    private final String text;

    private TestSource(String text) {
        this.text = text;
    }

    /** @param name as Java writes it, with {@code $} before a nested class; of the packages the last ones are enough */
    static TestSource of(String name) {
        String[] classes = name.split("\\$");
        List<Path> found = files(Path.of(classes[0].replace('.', '/') + ".java"));
        assertThat(found).as(name).hasSize(1);
        TestSource source = new TestSource(read(found.getFirst()));
        return classes.length == 1 ? source : source.nested(classes[1]);
    }

    /** The names of its methods that are tests. A blank line is between two methods, and none is in their annotations. */
    List<String> tests() {
        return Stream.of(text.split("\n\\s*\n"))
                .filter(paragraph -> IS_TEST.matcher(paragraph).find())
                .flatMap(paragraph -> METHOD.matcher(paragraph).results())
                .map(method -> method.group(1))
                .toList();
    }

    private TestSource nested(String name) {
        List<String> found = Pattern.compile(
                        "^    (final )?class " + name + " .*?^    }$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(found).as(name).hasSize(1);
        return new TestSource(found.getFirst());
    }

    private static List<Path> files(Path end) {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve(TESTS))
                    .filter(Files::isDirectory)
                    .flatMap(tests -> files(tests, end).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory, Path end) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
