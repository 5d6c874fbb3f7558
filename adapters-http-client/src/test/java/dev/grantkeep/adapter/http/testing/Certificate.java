package dev.grantkeep.adapter.http.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and a certificate for the name {@code *.example}, which nobody but these tests trusts. */
public final class Certificate {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final KeyStore STORE = made();

    private Certificate() {}

    public static X509Certificate trusted() {
        try {
            return (X509Certificate) STORE.getCertificate("server");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(STORE, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The JDK has a tool for that, and no method. */
    private static KeyStore made() {
        try {
            Path directory = Files.createTempDirectory("certificate");
            Path file = directory.resolve("store.p12");
            String command = ("-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=server"
                    + " -ext san=dns:client.example,dns:other.example,dns:one.example,dns:two.example"
                    + " -validity 30 -storetype PKCS12 -storepass password -keystore ");
            Process process = new ProcessBuilder((keytool() + " " + command + file).split(" "))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(output);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                store.load(stored, PASSWORD);
            }
            Files.delete(file);
            Files.delete(directory);
            return store;
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Path keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool");
    }
}
