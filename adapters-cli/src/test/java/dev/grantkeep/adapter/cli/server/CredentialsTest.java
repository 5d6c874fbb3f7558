package dev.grantkeep.adapter.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path directory;

    /** In a container whose server has its secrets in files, commands need no others. */
    @Test
    void theFileOfTheServersOwnTokenIsTaken() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "the-token\n");
        Surroundings around = around(Map.of("GRANTKEEP_OWNER_ACCESS_TOKEN_FILE", file.toString()));
        assertThat(Credentials.find(null, null, around).value()).isEqualTo("the-token");
    }

    @Test
    void aFileThatIsNotThereIsToldInOneLine() {
        Surroundings around = around(Map.of("GRANTKEEP_OWNER_ACCESS_TOKEN_FILE", "/no/such/file"));
        assertThatThrownBy(() -> Credentials.find(null, null, around))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("The credentials cannot be read from /no/such/file.");
    }

    private static Surroundings around(Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Surroundings(
                environment, InputStream.nullInputStream(), nowhere, nowhere, false, () -> Instant.EPOCH, null);
    }
}
