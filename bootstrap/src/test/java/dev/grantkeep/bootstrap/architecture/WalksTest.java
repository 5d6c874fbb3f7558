package dev.grantkeep.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation walks through the code by the names of classes and their methods, which have to be there. */
class WalksTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "architecture.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+)(?:[.#]([a-z][A-Za-z]*))?`");
    private static final Set<String> CLASSES = Codebase.production().stream()
            .filter(type -> type.getName().startsWith(Codebase.ROOT))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    private static final Set<String> METHODS = Codebase.production().stream()
            .filter(type -> type.getName().startsWith(Codebase.ROOT))
            .flatMap(type -> type.getMethods().stream().map(method -> type.getSimpleName() + "." + method.getName()))
            .collect(Collectors.toSet());

    @Test
    void everyClassAndMethodOfTheWalksIsThere() throws IOException {
        List<MatchResult> named = NAMED.matcher(walks()).results().toList();
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named)
                .extracting(match -> match.group(1))
                .allSatisfy(name -> assertThat(CLASSES).contains(name));
        assertThat(named.stream().filter(match -> match.group(2) != null))
                .extracting(match -> match.group(1) + "." + match.group(2))
                .allSatisfy(name -> assertThat(METHODS).contains(name));
    }

    private static String walks() throws IOException {
        String document = Files.readString(DOCUMENT);
        return Stream.of(document.split("\n(?=## )"))
                .filter(section -> section.startsWith("## A refresh,") || section.startsWith("## A rewrite of"))
                .collect(Collectors.joining("\n"));
    }
}
