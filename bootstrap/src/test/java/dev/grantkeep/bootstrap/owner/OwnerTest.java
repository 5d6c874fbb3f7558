package dev.grantkeep.bootstrap.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.SecureRandomness;
import dev.grantkeep.bootstrap.start.DataDirectory;
import dev.grantkeep.bootstrap.start.StartupRefused;
import dev.grantkeep.domain.value.Secret;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
    private static final OwnerSettings NOTHING = new OwnerSettings(null, null, null);

    @TempDir
    Path parent;

    @Test
    void credentialsAreGeneratedOnceAndKept() {
        OwnerCredentials first = owner().credentials(NOTHING);

        assertThat(owner().credentials(NOTHING)).isEqualTo(first);
        assertThat(first.apiKey()).matches("[0-9]{14}");
        assertThat(first.apiSecret().value())
                .hasSize(43)
                .isNotEqualTo(first.accessToken().value());
    }

    @Test
    void givenCredentialsWinAndNothingIsKept() {
        OwnerCredentials given = owner().credentials(new OwnerSettings("key", "secret", "token"));

        assertThat(given.apiKey()).isEqualTo("key");
        assertThat(given.apiSecret().value()).isEqualTo("secret");
        assertThat(given.accessToken().value()).isEqualTo("token");
        assertThat(directory()).doesNotExist();
    }

    @Test
    void whatIsNotGivenIsGeneratedAndKept() {
        OwnerCredentials first = owner().credentials(new OwnerSettings("key", "", null));
        OwnerCredentials second = owner().credentials(new OwnerSettings("key", null, null));

        assertThat(second).isEqualTo(first);
        assertThat(first.apiKey()).isEqualTo("key");
        assertThat(first.apiSecret().value()).hasSize(43);
    }

    /** What is shown must work, and what was given is no news. */
    @Test
    void onlyWhatIsNotGivenIsShown() {
        OwnerCredentials generated = new OwnerCredentials("1", new Secret("made-secret"), new Secret("made-token"));

        assertThat(NOTHING.missing(generated))
                .containsExactly(
                        "GRANTKEEP_OWNER_API_KEY=1",
                        "GRANTKEEP_OWNER_API_SECRET=made-secret",
                        "GRANTKEEP_OWNER_ACCESS_TOKEN=made-token");
        assertThat(new OwnerSettings("key", "", "token").missing(generated))
                .containsExactly("GRANTKEEP_OWNER_API_SECRET=made-secret");
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

        owner().credentials(NOTHING);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedFileIsNotReplaced() throws IOException {
        owner().credentials(NOTHING);
        Files.writeString(file(), "apiKey=1\n");

        assertThatThrownBy(() -> owner().credentials(NOTHING))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("repair or remove the file");
        assertThat(file()).hasContent("apiKey=1\n");
    }

    private Owner owner() {
        return new Owner(
                new DataDirectory(directory().toString()), new SecureRandomness(), new InMemoryStores().services());
    }

    private Path directory() {
        return parent.resolve("data");
    }

    private Path file() {
        return directory().resolve("owner.properties");
    }
}
