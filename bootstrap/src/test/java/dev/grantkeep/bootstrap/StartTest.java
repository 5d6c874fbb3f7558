package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.bootstrap.start.StartupFailure;
import dev.grantkeep.bootstrap.start.StartupRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @TempDir
    Path directory;

    /** Without acknowledgement no write could say what it did. */
    @ParameterizedTest
    @ValueSource(strings = {"mongo://user:password@host", "mongodb://user:password@host/?w=0"})
    void aConnectionStringThatCannotBeUsedIsExplainedWithoutShowingIt(String uri) {
        var settings = TestSettings.in(directory, "grantkeep.persistence", "mongo");
        settings.put("mongodb.uri", uri);

        assertThatThrownBy(() -> Grantkeep.start(settings).close())
                .satisfies(failure -> assertThat(StartupFailure.explain(failure).orElseThrow())
                        .contains("MONGODB_URI is not a connection string")
                        .doesNotContain("password")
                        .hasLineCount(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grantkeep.persistence   | oracle         | GRANTKEEP_PERSISTENCE is sql or mongo, not 'oracle'.
            micronaut.server.host   | 0.0.0.0        | Listening on 0.0.0.0 without TLS
            micronaut.server.host   | no.such.invalid| 'no.such.invalid', is not known
            micronaut.server.port   | eighty         | MICRONAUT_SERVER_PORT is a number up to 65535, not 'eighty'.
            datasources.default.url | jdbc:other:x   | DATASOURCES_DEFAULT_URL starts with jdbc:postgresql: or jdbc:h2:.
            grantkeep.sweeper.batch-size   | 0       | grantkeep.sweeper.batch-size is 1 to 10000
            grantkeep.sweeper.interval     | soon    | The setting grantkeep.sweeper.interval cannot be used
            datasources.default.maximum-pool-size | many | The setting datasources.default.maximum-pool-size cannot be used
            datasources.default.maximum-pool-size | 0 | is a whole number, at least 1, not '0'.
            datasources.default.connection-timeout | 10 | is a whole number, at least 250, not '10'.
            grantkeep.data-directory | data           | GRANTKEEP_DATA_DIRECTORY is absolute or begins with ./, not 'data'.
            grantkeep.data-directory | ~/data         | GRANTKEEP_DATA_DIRECTORY is absolute or begins with ./, not '~/data'.
            grantkeep.data-directory | ''             | GRANTKEEP_DATA_DIRECTORY is absolute or begins with ./, not ''.
            grantkeep.workers               | many   | The setting grantkeep.workers cannot be used
            grantkeep.workers               | 0      | is a whole number, at least 1, not '0'.
            grantkeep.connections.most      | 0      | is a whole number, at least 1, not '0'.
            grantkeep.connections.request-timeout | soon | is a duration of at least 1s, not 'soon'.
            grantkeep.connections.request-timeout | 0s   | is a duration of at least 1s, not '0s'.
            grantkeep.outbound.timeout      | 0s     | is a duration of at least 1s, not '0s'.
            grantkeep.outbound.max-bytes    | 256KB  | is a whole number, at least 1024, not '256KB'.
            grantkeep.outbound.allow-inner  | yes    | is true or false, not 'yes'.
            grantkeep.sweeper.enabled       | FALSE  | is true or false, not 'FALSE'.
            grantkeep.allow-unencrypted-remote | yep | is true or false, not 'yep'.
            grantkeep.log.format            | xml    | is text or json, not 'xml'.
            grantkeep.log.calls             | yes    | is true or false, not 'yes'.
            grantkeep.stop-delay            | soon   | is a duration such as 30s, not 'soon'.
            grantkeep.traces.endpoint       | collector:4318 | GRANTKEEP_TRACES_ENDPOINT is an address such as
            grantkeep.traces.endpoint       | http://  | GRANTKEEP_TRACES_ENDPOINT is an address such as
            grantkeep.traces.ratio          | many   | is a number from 0 to 1, not 'many'.
            grantkeep.traces.ratio          | 2      | is a number from 0 to 1, not '2'.
            micronaut.server.ssl.enabled    | maybe  | is true or false, not 'maybe'.
            mongodb.pool-size               | -1     | is a whole number, at least 1, not '-1'.
            mongodb.topology                | ring   | is STANDALONE, REPLICA_SET, ROUTED or UNKNOWN, not 'ring'.
            micronaut.lifecycle.graceful-shutdown.grace-period | long | is a duration such as 30s, not 'long'.
            """)
    void aWrongSettingIsExplainedInOneLine(String property, String value, String explanation) {
        var settings = TestSettings.in(directory);
        settings.put("grantkeep.sweeper.enabled", "true");
        settings.put(property, value);

        assertThatThrownBy(() -> Grantkeep.start(settings).close())
                .satisfies(failure -> assertThat(StartupFailure.explain(failure).orElseThrow())
                        .contains(explanation)
                        .hasLineCount(1));
    }

    @Test
    void anUnencryptedRemoteAddressCanBeAllowed() {
        var settings = TestSettings.in(directory, "micronaut.server.host", "0.0.0.0");
        settings.put("grantkeep.allow-unencrypted-remote", "true");

        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            assertThat(grantkeep.uri()).hasScheme("http");
        }
    }

    @Test
    void anUnencryptedRemoteListenerIsRefusedToo() {
        var settings = TestSettings.in(directory, "micronaut.server.netty.listeners.main.host", "0.0.0.0");

        assertThatThrownBy(() -> Grantkeep.start(settings))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("without TLS");
    }

    @Test
    void aPortInUseIsExplainedInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = TestSettings.in(directory, "micronaut.server.port", taken.getLocalPort());

            assertThatThrownBy(() -> Grantkeep.start(settings))
                    .satisfies(failure -> assertThat(
                                    StartupFailure.explain(failure).orElseThrow())
                            .contains("MICRONAUT_SERVER_PORT")
                            .hasLineCount(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:no-such-key-store"})
    void tlsWithoutAKeyStoreIsExplainedInOneLine(String keyStore) {
        var settings = TestSettings.in(directory, "micronaut.server.ssl.enabled", true);
        settings.put("micronaut.server.ssl.port", -1);
        if (!keyStore.isEmpty()) {
            settings.put("micronaut.server.ssl.key-store.path", keyStore);
        }

        assertThatThrownBy(() -> Grantkeep.start(settings).close())
                .satisfies(failure -> assertThat(StartupFailure.explain(failure).orElseThrow())
                        .contains("MICRONAUT_SERVER_SSL_KEY_STORE_PATH")
                        .hasLineCount(1));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsExplainedInOneLineWithoutItsPassword() {
        var settings = TestSettings.in(
                directory, "datasources.default.url", "jdbc:postgresql://127.0.0.1:1/x?password=open-sesame");

        assertThatThrownBy(() -> Grantkeep.start(settings))
                .satisfies(failure -> assertThat(StartupFailure.explain(failure).orElseThrow())
                        .contains("DATASOURCES_DEFAULT_URL")
                        .doesNotContain("open-sesame")
                        .hasLineCount(1));
    }

    @Test
    void aDefectIsNotExplainedAway() {
        assertThat(StartupFailure.explain(new IllegalStateException("a defect")))
                .isEmpty();
    }
}
