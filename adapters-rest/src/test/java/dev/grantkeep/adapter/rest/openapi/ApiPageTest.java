package dev.grantkeep.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiPageTest {
    private static final String WRITE = "api.page.write";
    private static final Path PAGE = Path.of("..", "docs", "api.md");
    private static final Path OFFICIAL = Path.of("src/test/resources/official/authlete-3.txt");

    @Test
    void thePageIsWhatTheDeclarationsSay() throws IOException {
        List<String> official = Files.readAllLines(OFFICIAL);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, ApiPage.text(official));
        }

        assertThat(official).hasSize(83).doesNotHaveDuplicates();
        assertThat(PAGE)
                .as("make it anew: ./mvnw -pl adapters-rest -am test -Dtest=ApiPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true")
                .hasContent(ApiPage.text(official));
    }
}
