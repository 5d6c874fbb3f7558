package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents: what they tell people to type is run by a test or marked, and where they point, something is. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern RUN =
            Pattern.compile("<!-- run by ([A-Z]\\w+Test)((, | and )[A-Z]\\w+Test)*(: .+)? -->");
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: .{10,} -->");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyCommandIsRunByATestOrMarkedAsNotRun() throws IOException {
        List<Block> blocks = documents().flatMap(DocsTest::commands).toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(block.before())
                        .as("%s", block)
                        .matches(mark -> RUN.matcher(mark).matches()
                                || NOT_RUN.matcher(mark).matches()));
    }

    @Test
    void theTestsThatRunCommandsExist() throws IOException {
        List<String> named = documents()
                .flatMap(DocsTest::commands)
                .map(Block::before)
                .filter(mark -> RUN.matcher(mark).matches())
                .flatMap(mark -> TEST.matcher(mark).results().map(MatchResult::group))
                .toList();
        assertThat(tests()).isNotEmpty().containsAll(named);
    }

    @Test
    void linksLeadToFilesThatAreThere() throws IOException {
        assertThat(documents())
                .isNotEmpty()
                .allSatisfy(document -> assertThat(links(document))
                        .allSatisfy(
                                link -> assertThat(document.resolveSibling(link).normalize())
                                        .exists()));
    }

    @Test
    void theMapHasEveryDocument() throws IOException {
        String map = Files.readString(ROOT.resolve(Path.of("docs", "README.md")));
        assertThat(documents().map(path -> path.getFileName().toString()).filter(name -> !name.equals("README.md")))
                .allSatisfy(name -> assertThat(map).contains(name + ")"));
    }

    /** A block of shell commands, and the line before it. */
    private record Block(Path document, String before, String first) {}

    private static Stream<Block> commands(Path document) {
        List<String> lines = lines(document);
        List<Block> blocks = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().startsWith("```")) {
                continue;
            }
            inside = !inside;
            if (inside && isShell(lines.get(i).strip(), lines.get(i + 1))) {
                blocks.add(new Block(document, i == 0 ? "" : lines.get(i - 1).strip(), lines.get(i + 1)));
            }
        }
        return blocks.stream();
    }

    private static boolean isShell(String fence, String first) {
        return fence.matches("```(sh|bash|shell|console|zsh)") || fence.equals("```") && first.startsWith("./");
    }

    private static List<String> links(Path document) {
        return lines(document).stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .toList();
    }

    private static Stream<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path directory : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents.stream();
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT, 16, (file, is) -> is.isRegularFile() && file.toString().endsWith("Test.java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toList());
        }
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
