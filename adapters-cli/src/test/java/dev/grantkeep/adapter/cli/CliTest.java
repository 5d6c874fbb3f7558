package dev.grantkeep.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final Console console = new Console();

    @ParameterizedTest
    @CsvSource({
        "service list --ulr=http://127.0.0.1:1, --url",
        "service list --outptu json, --output",
        "service lst, list",
        "serivce list, service",
        "hlep, help"
    })
    void wrongWordSaysWhatWasMeant(String command, String meant) {
        int code = console.run(command);

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(console.err()).contains("Did you mean " + meant + "?").hasLineCount(1);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void nothingNearIsNotGuessed() {
        console.run("frobnicate");

        assertThat(console.err()).doesNotContain("Did you mean").contains("frobnicate");
    }

    @Test
    void everyExitCodeIsInTheHelp() {
        assertThat(console.run("help exit-codes")).isZero();

        assertThat(Arrays.stream(ExitCode.values()))
                .allSatisfy(code -> assertThat(console.out()).contains("\n" + code.number() + " "));
    }

    @Test
    void exitCodesDiffer() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).doesNotHaveDuplicates();
    }

    @Test
    void versionIsThatOfTheProgram() {
        assertThat(console.run("--version")).isZero();

        assertThat(console.out()).startsWith("Grantkeep 1.2.3");
    }

    @Test
    void serverThatIsNotThereIsToldInOneLine() throws IOException {
        int code = console.with("GRANTKEEP_OWNER_ACCESS_TOKEN", "t")
                .run("service list --url http://127.0.0.1:" + freePort());

        assertThat(code).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(console.err())
                .contains("No server answers at http://127.0.0.1:")
                .hasLineCount(1);
    }

    @Test
    void unknownHostIsToldInOneLine() {
        int code =
                console.with("GRANTKEEP_OWNER_ACCESS_TOKEN", "t").run("service list --url https://grantkeep.invalid");

        assertThat(code).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(console.err()).contains("there is no such host").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 17\r\n\r\n{\"error\":\"other\"}",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"services\":[",
                ""
            })
    void whatIsNotGrantkeepIsRecognized(String answer) throws IOException {
        try (OddServer server = new OddServer(answer)) {
            int code = console.with("GRANTKEEP_OWNER_ACCESS_TOKEN", "t").run("service list --url " + server.url());

            assertThat(code).isEqualTo(ExitCode.NOT_GRANTKEEP.number());
            assertThat(console.err()).contains("is the port right?").hasLineCount(1);
        }
    }

    @Test
    void withoutCredentialsItSaysWhereTheyAreLookedFor(@TempDir Path directory) {
        int code = console.run("service list --data-directory " + directory);

        assertThat(code).isEqualTo(ExitCode.CREDENTIALS.number());
        assertThat(console.err())
                .contains("GRANTKEEP_OWNER_ACCESS_TOKEN", "--credentials", "owner.properties")
                .hasLineCount(1);
    }

    @Test
    void fileOfCredentialsThatIsNotThereIsTold(@TempDir Path directory) {
        int code = console.run("service list --credentials " + directory.resolve("none"));

        assertThat(code).isEqualTo(ExitCode.FILE.number());
        assertThat(console.err()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "accessToken=\n"})
    void fileWithoutTokenIsTold(String text, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), text);

        int code = console.run("service list --credentials " + file);

        assertThat(code).isEqualTo(ExitCode.CREDENTIALS.number());
        assertThat(console.err()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://127.0.0.1", "127.0.0.1:8080", "http://", "http://u:p@127.0.0.1", "http://127.0.0.1/?q"})
    void whatIsNoAddressIsRefused(String url) {
        int code = console.with("GRANTKEEP_OWNER_ACCESS_TOKEN", "t").run("service list --url " + url);

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(console.err()).contains("is not an address").hasLineCount(1);
    }

    @Test
    void credentialsDoNotGoUnencryptedToAnotherMachine() {
        int code = console.with("GRANTKEEP_OWNER_ACCESS_TOKEN", "t").run("service list --url http://192.0.2.1");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(console.err()).contains("unencrypted").hasLineCount(1);
    }

    @Test
    void deadRecordsAreCountedWithTheAgeOfTheOldest() {
        assertThat(console.run("sweep --dry-run")).isZero();

        assertThat(console.out())
                .containsPattern("expired token records +more than 100000 +1 days 3 h")
                .containsPattern("expired steps, such as codes and tickets +0 +-");
    }

    @Test
    void deadRecordsAreCountedForPrograms() {
        assertThat(console.run("sweep --dry-run --output json")).isZero();

        assertThat(console.out())
                .contains("\"kind\": \"EXPIRED_TOKENS\"", "\"count\": 100000", "\"more\": true")
                .contains("\"oldest\": \"2026-11-19T08:13:20Z\"", "\"oldestSeconds\": 100000");
    }

    @Test
    void sweepThatIsCutOffSaysWhatIsDone() {
        assertThat(console.run("sweep")).isEqualTo(ExitCode.INCOMPLETE.number());

        assertThat(console.err())
                .contains("7 records are removed and others are not: The database went away.")
                .hasLineCount(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Answers every connection with the same bytes, whatever it is asked. */
    private static final class OddServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        OddServer(String answer) throws IOException {
            Thread.ofVirtual().start(() -> serve(answer));
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        private void serve(String answer) {
            while (true) {
                try (var caller = socket.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
