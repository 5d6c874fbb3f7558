package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGTERM")
class ApplicationProcessTest {
    private static final Map<String, String> DEMO = Map.of("MICRONAUT_ENVIRONMENTS", "demo");
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("10000000000001:demo-secret".getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN_FOR_SOMEBODY =
            "{\"grantType\":\"IMPLICIT\",\"clientId\":10000000000101,\"subject\":\"somebody\",\"scopes\":[\"read\"]}";
    private static final Pattern TOTAL = Pattern.compile("\"totalCount\":([0-9]+)");

    @TempDir
    Path directory;

    @Test
    void aRequestInFlightIsFinishedAndAnOrderlyEndIsASuccess() throws Exception {
        try (ApplicationProcess application = ApplicationProcess.start(directory, DEMO)) {
            URI uri = application.uri();
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                write(socket, head("/api/auth/token/create"));
                assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");

                application.terminate();
                awaitNoListener(uri);
                write(socket, TOKEN_FOR_SOMEBODY);

                assertThat(answer.lines()).anyMatch(line -> line.contains("A109001"));
            }
            assertThat(application.exitStatus()).isZero();
        }
    }

    @Test
    void credentialsAreShownOnceAndDataSurvivesARestart() throws Exception {
        try (ApplicationProcess first = ApplicationProcess.start(directory, DEMO)) {
            createToken(first.uri());
            first.terminate();
            assertThat(first.exitStatus()).isZero();
            assertThat(first.output()).anyMatch(line -> line.contains("GRANTKEEP_OWNER_API_SECRET="));
        }
        try (ApplicationProcess second = ApplicationProcess.start(directory, DEMO)) {
            assertThat(tokens(second.uri())).isEqualTo(1);
            second.terminate();
            assertThat(second.exitStatus()).isZero();
            assertThat(second.output()).noneMatch(line -> line.contains("GRANTKEEP_OWNER_API_SECRET="));
        }
    }

    @Test
    void aKillLosesNothingThatWasAcknowledged() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        try (ApplicationProcess application = ApplicationProcess.start(directory, DEMO)) {
            URI uri = application.uri();
            try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
                List<Future<?>> calls = List.of(
                        callers.submit(() -> createTokens(uri, acknowledged)),
                        callers.submit(() -> createTokens(uri, acknowledged)),
                        callers.submit(() -> createTokens(uri, acknowledged)),
                        callers.submit(() -> createTokens(uri, acknowledged)));
                while (acknowledged.get() < 200) {
                    Thread.onSpinWait();
                }
                application.kill();
                for (Future<?> call : calls) {
                    awaitBroken(call);
                }
            }
        }
        try (ApplicationProcess application = ApplicationProcess.start(directory, DEMO)) {
            assertThat(tokens(application.uri())).isGreaterThanOrEqualTo(acknowledged.get());
        }
    }

    @Test
    void aStartThatFindsTheDatabaseInUseSaysSoAndLeavesNothingBehind() throws Exception {
        try (ApplicationProcess first = ApplicationProcess.start(directory, DEMO)) {
            first.uri();
            try (ApplicationProcess second = ApplicationProcess.start(directory, DEMO)) {
                assertThat(second.exitStatus()).isEqualTo(1);
                assertThat(second.output())
                        .containsExactly(
                                "The database file is in use by another process; is Grantkeep running already?");
            }
            assertThat(directory.resolve("data").toFile().list())
                    .containsExactlyInAnyOrder("grantkeep.mv.db", "owner.properties");
        }
    }

    @Test
    void aStartThatFindsTheDatabaseInUseMakesNoCredentials() throws Exception {
        Map<String, String> given = Map.of(
                "GRANTKEEP_OWNER_API_KEY", "12345678901234",
                "GRANTKEEP_OWNER_API_SECRET", "a-secret-of-ours",
                "GRANTKEEP_OWNER_ACCESS_TOKEN", "a-token-of-ours");
        try (ApplicationProcess first = ApplicationProcess.start(directory, given)) {
            first.uri();
            try (ApplicationProcess second = ApplicationProcess.start(directory, Map.of())) {
                assertThat(second.exitStatus()).isEqualTo(1);
                assertThat(second.output())
                        .containsExactly(
                                "The database file is in use by another process; is Grantkeep running already?");
            }
            assertThat(directory.resolve("data").toFile().list()).containsExactly("grantkeep.mv.db");
        }
    }

    @Test
    void aStartThatIsRefusedSaysWhyInOneLineAndFails() throws Exception {
        try (ApplicationProcess application =
                ApplicationProcess.start(directory, Map.of("GRANTKEEP_PERSISTENCE", "oracle"))) {
            assertThat(application.exitStatus()).isEqualTo(1);
            assertThat(application.output()).containsExactly("GRANTKEEP_PERSISTENCE is sql or mongo, not 'oracle'.");
        }
    }

    @Test
    void aStartOnStorageThatIsThrownAwayWarns() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeThat(memory).isWritable();
        Path data = Files.createTempDirectory(memory, "grantkeep");
        try (ApplicationProcess application =
                ApplicationProcess.start(directory, Map.of("GRANTKEEP_DATA_DIRECTORY", data.toString()))) {
            application.uri();
            application.terminate();
            assertThat(application.exitStatus()).isZero();
            assertThat(application.output())
                    .anyMatch(line -> line.contains("What is stored in " + data + " ends with the container"));
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
                + "Authorization: " + BASIC + "\r\nContent-Type: application/json\r\nContent-Length: "
                + TOKEN_FOR_SOMEBODY.length() + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /**
     * Until new connections are refused: then the end has begun. One that waits to be accepted just when the listener
     * closes is reset, not refused.
     */
    private static void awaitNoListener(URI uri) throws IOException {
        for (int i = 0; i < 1_000_000; i++) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                Thread.onSpinWait();
            } catch (ConnectException refused) {
                return;
            } catch (SocketException reset) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("it still listens");
    }

    /** A killed server breaks the call that is under way. */
    private static void awaitBroken(Future<?> calls) throws InterruptedException {
        try {
            calls.get();
        } catch (ExecutionException broken) {
            assertThat(broken).hasCauseInstanceOf(IOException.class);
        }
    }

    private static Void createTokens(URI uri, AtomicInteger acknowledged) throws Exception {
        for (int i = 0; i < 100_000; i++) {
            createToken(uri);
            acknowledged.incrementAndGet();
        }
        return null;
    }

    private static void createToken(URI uri) throws IOException, InterruptedException {
        String body = send(HttpRequest.newBuilder(uri.resolve("/api/auth/token/create"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TOKEN_FOR_SOMEBODY)));
        assertThat(body).contains("A109001");
    }

    private static int tokens(URI uri) throws IOException, InterruptedException {
        Matcher total = TOTAL.matcher(
                send(HttpRequest.newBuilder(uri.resolve("/api/auth/token/get/list?subject=somebody&start=0&end=1"))));
        assertThat(total.find()).isTrue();
        return Integer.parseInt(total.group(1));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.header("Authorization", BASIC).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
