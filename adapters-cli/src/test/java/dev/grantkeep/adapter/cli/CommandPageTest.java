package dev.grantkeep.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CommandPageTest {
    private static final String WRITE = "command.page.write";
    private static final Path PAGE = Path.of("..", "docs", "command-line.md");
    private static final String BEGIN = "## Options of every command\n";

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        String page = Files.readString(PAGE);
        String whole = page.substring(0, page.indexOf(BEGIN)) + CommandPage.text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, whole);
        }

        assertThat(PAGE)
                .as("make it anew: ./mvnw -pl adapters-cli -am test -Dtest=CommandPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true")
                .hasContent(whole);
    }

    @Test
    void everyCommandSaysWhatItDoes() {
        assertThat(CommandPage.text())
                .contains("`grantkeep token explain [TOKEN]`")
                .doesNotContain("`\n\n\n");
    }
}
