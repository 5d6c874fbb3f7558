package dev.grantkeep.adapter.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String PASSWORD = "changeit";

    @Test
    void keyThatIsTooShortMustBeMended() {
        byte[] modulus = BigInteger.ONE.shiftLeft(1_023).toByteArray();
        Map<String, Object> key =
                Map.of("kty", "RSA", "kid", "weak", "n", Base64.getUrlEncoder().encodeToString(modulus));

        assertThat(findings(key)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.MEND);
            assertThat(finding.what()).contains("\"weak\" has 1024 bits");
        });
    }

    @Test
    void keyWhoseCertificateHasEndedMustBeMended(@TempDir Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, Object> key =
                Map.of("kty", "RSA", "kid", "old", "x5c", List.of(certificate(directory, "2020/01/01 00:00:00", "31")));

        assertThat(findings(key)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.MEND);
            assertThat(finding.what()).contains("\"old\" has ended at 2020-0");
        });
    }

    @Test
    void keyThatEndsInAMonthIsFine() {
        assertThat(findings(
                        Map.of("kty", "EC", "exp", NOW.plusSeconds(32L * 86_400).getEpochSecond())))
                .isEmpty();
    }

    @Test
    void openIdWithoutAKeyMustBeMended() {
        Map<String, Object> service = Map.of("supportedScopes", List.of(Map.of("name", "openid")));

        assertThat(new KeyChecks("service 1", NOW).findings(service, Map.of()))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.MEND);
    }

    private static List<Finding> findings(Map<String, Object> key) {
        return new KeyChecks("service 1", NOW).findings(Map.of(), Map.of("keys", List.of(key)));
    }

    /** One that the JDK's own tool makes. */
    private static String certificate(Path directory, String from, String days)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("store");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=a",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-startdate",
                        from,
                        "-validity",
                        days)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return Base64.getEncoder().encodeToString(keys.getCertificate("a").getEncoded());
    }
}
