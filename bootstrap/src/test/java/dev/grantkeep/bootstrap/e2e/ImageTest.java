package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image without a container engine: its root directory is made by the Dockerfile's instructions and run in. */
class ImageTest {
    private static final String SOMEBODY = "54321";

    @TempDir
    static Path directory;

    private static Path root;

    @BeforeAll
    static void makeTheRoot() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        assumeThat(System.getProperty("user.name"))
                .as("who may make a root directory")
                .isEqualTo("root");
        root = directory.resolve("root");
        try (ImageProcess made = ImageProcess.of(Map.of(), List.of("make", root.toString()))) {
            assertThat(made.end()).as(made.output().toString()).isZero();
        }
    }

    @Test
    void aStartMadeWhileTheImageIsBuiltIsKept() {
        assertThat(root.resolve(Path.of("opt", "grantkeep", "grantkeep.aot"))).isNotEmptyFile();
        assertThat(root.resolve(Path.of("opt", "grantkeep", "bom.json"))).isNotEmptyFile();
        assertThat(root.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void whateverTheUserWhatIsStoredIsInTheVolumeAndSurvivesTheContainer() throws Exception {
        Path volume = volume("data");
        String token;
        try (ImageProcess container = run(volume, owner(), "grantkeep")) {
            Api owner = owner(container.uri());
            Tenant tenant = Tenant.create(owner);
            token = tenant.client().tokens("somebody", "read").access();
            assertThat(tenant.works(token)).isTrue();
            assertThat(container.stop()).isZero();
            assertThat(container.output()).noneMatch(line -> line.contains("thrown away") || line.contains("AOT"));
        }
        assertThat(Files.getAttribute(volume.resolve(Path.of("grantkeep", "grantkeep.mv.db")), "unix:uid"))
                .isEqualTo(Integer.valueOf(SOMEBODY));
        try (ImageProcess again = run(volume, owner(), "grantkeep")) {
            assertThat(owner(again.uri()).get("/api/service/get/list").ok().number("totalCount"))
                    .isEqualTo(1);
            assertThat(again.stop()).isZero();
        }
    }

    @Test
    void aVolumeOfAnEarlierReleaseIsTaken() throws Exception {
        Path volume = volume("before");
        Path data = Files.createDirectory(volume.resolve("grantkeep"));
        try (InputStream packed = Objects.requireNonNull(getClass().getResourceAsStream("stored/h2.mv.db.gz"));
                InputStream stored = new GZIPInputStream(packed)) {
            Files.copy(stored, data.resolve("grantkeep.mv.db"));
        }
        own(volume);
        try (ImageProcess container = run(volume, owner(), "grantkeep")) {
            assertThat(owner(container.uri()).get("/api/service/get/list").ok().number("totalCount"))
                    .isEqualTo(3);
        }
    }

    @Test
    void withoutAVolumeNothingIsStoredSoItDoesNotStart() throws Exception {
        try (ImageProcess container = run(null, owner(), "grantkeep")) {
            assertThat(container.end()).isEqualTo(1);
            assertThat(container.output())
                    .singleElement()
                    .asString()
                    .startsWith("Nothing can be written to the data directory /data/grantkeep");
        }
    }

    @Test
    void itIsForTheNetworkOnlyIfSomebodySaysSo() throws Exception {
        Map<String, String> settings = owner();
        settings.remove("GRANTKEEP_ALLOW_UNENCRYPTED_REMOTE");
        try (ImageProcess container = run(volume("open"), settings, "grantkeep")) {
            assertThat(container.end()).isEqualTo(1);
            assertThat(container.output()).singleElement().asString().contains("without TLS");
        }
    }

    /** As the manifests do: no volume, all secrets in files. */
    @Test
    void onPostgresqlItNeedsNoVolume() throws Exception {
        Map<String, String> settings = owner();
        StoreMode.POSTGRESQL
                .durableSettings()
                .forEach((name, value) -> settings.put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        Map<String, String> files = new HashMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            boolean secret = setting.getKey().matches("(GRANTKEEP_OWNER|DATASOURCES)_.*");
            files.put(
                    secret ? setting.getKey() + "_FILE" : setting.getKey(),
                    secret ? secret(setting.getKey(), given(setting.getValue())) : setting.getValue());
        }
        try (ImageProcess container = run(null, files, "grantkeep")) {
            Tenant tenant = Tenant.create(owner(container.uri()));
            String token = tenant.client().tokens("somebody", "read").access();
            assertThat(tenant.works(token)).isTrue();
        }
    }

    /** The tests' own database trusts whoever comes. */
    private static String given(String value) {
        return value.isEmpty() ? "any" : value;
    }

    /** The file in the root that has it. */
    private static String secret(String name, String value) throws IOException {
        Path secrets = Files.createDirectories(root.resolve(Path.of("run", "secrets")));
        Files.writeString(secrets.resolve(name), value + "\n");
        return "/run/secrets/" + name;
    }

    @Test
    void healthIsAskedByTheProgramInIt() throws Exception {
        Path volume = volume("health");
        try (ImageProcess container = run(volume, owner(), "grantkeep")) {
            Map<String, String> same = owner();
            same.put("MICRONAUT_SERVER_PORT", Integer.toString(container.uri().getPort()));
            try (ImageProcess check = run(volume, same, "grantkeep", "health")) {
                assertThat(check.end()).as(check.output().toString()).isZero();
            }
            container.stop();
            try (ImageProcess check = run(volume, same, "grantkeep", "health")) {
                assertThat(check.end()).isEqualTo(1);
            }
        }
    }

    private static ImageProcess run(Path volume, Map<String, String> settings, String... command) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", root.toString(), SOMEBODY, volume == null ? "-" : volume.toString()));
        arguments.addAll(List.of(command));
        return ImageProcess.of(settings, arguments);
    }

    private static Map<String, String> owner() {
        Map<String, String> settings = new HashMap<>();
        settings.put("MICRONAUT_SERVER_PORT", "-1");
        settings.put("GRANTKEEP_ALLOW_UNENCRYPTED_REMOTE", "true");
        settings.put("GRANTKEEP_OWNER_API_KEY", RunningGrantkeep.OWNER_KEY);
        settings.put("GRANTKEEP_OWNER_API_SECRET", RunningGrantkeep.OWNER_SECRET);
        settings.put("GRANTKEEP_OWNER_ACCESS_TOKEN", RunningGrantkeep.OWNER_ACCESS_TOKEN);
        return settings;
    }

    private static Api owner(URI uri) {
        return new Api(uri, Dialect.V2, 1, Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
    }

    private static Path volume(String name) throws Exception {
        Path volume = Files.createDirectory(directory.resolve(name));
        own(volume);
        return volume;
    }

    private static void own(Path volume) throws Exception {
        Process chown = new ProcessBuilder("chown", "-R", SOMEBODY, volume.toString()).start();
        assertThat(chown.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
