package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SettingsPageTest {
    private static final String WRITE = "settings.page.write";
    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    @Test
    void thePageIsWhatTheTablesSay() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, SettingsPage.text());
        }

        assertThat(PAGE)
                .as("make it anew: ./mvnw -pl application -am test -Dtest=SettingsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true")
                .hasContent(SettingsPage.text());
    }
}
