package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database on a disk that is full and has room again. Skipped where no small disk can be mounted. */
final class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path parent = Path.of(".");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectory(disk());
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk().toString()))
                .as("exit status of mount, which takes Linux and root")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk().toString());
    }

    @Test
    void itHealsByItselfAndLosesNothingThatWasAcknowledged() throws Exception {
        OAuthClient client;
        try (GrantkeepProcess process = GrantkeepProcess.start(StoreMode.H2.durableSettings(), disk())) {
            client = Tenant.create(process.owner()).client();
            for (int i = 0; i < 50; i++) {
                assertThat(creates(client)).isTrue();
            }
            fillDisk();
            awaitThat(client, false);

            Files.delete(filler());
            awaitThat(client, true);
            assertAllThere(client);
        }
        try (GrantkeepProcess again = GrantkeepProcess.start(StoreMode.H2.durableSettings(), disk())) {
            assertAllThere(client.at(again));
        }
    }

    /** Until both a call and the health check say that it can be written, or that it cannot. */
    private void awaitThat(OAuthClient client, boolean written) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (creates(client) != written || isHealthy(client) != written) {
            assertThat(System.nanoTime()).as("waited for written = " + written).isLessThan(deadline);
        }
    }

    private boolean creates(OAuthClient client) {
        Answer answer = client.create("somebody" + acknowledged.size(), "scopes", List.of("read"));
        if (answer.status() != 200) {
            answer.refused(503);
            return false;
        }
        acknowledged.add(answer.text("accessToken"));
        return true;
    }

    private boolean isHealthy(OAuthClient client) throws IOException, InterruptedException {
        URI uri = client.api().base().resolve("/health");
        int status = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isIn(200, 503);
        return status == 200;
    }

    private void assertAllThere(OAuthClient client) {
        assertThat(acknowledged).allMatch(client.tenant()::works);
    }

    private void fillDisk() throws IOException {
        byte[] block = new byte[4_096];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private Path disk() {
        return parent.resolve("disk");
    }

    private Path filler() {
        return disk().resolve("filler");
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
