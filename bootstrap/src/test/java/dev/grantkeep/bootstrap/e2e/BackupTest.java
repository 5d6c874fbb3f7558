package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.start.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md says of backups: restored, every token is as it was, and nothing that was told is missing. */
class BackupTest {
    @TempDir
    Path directory;

    @Test
    void theDataDirectoryOfAServerThatWasStoppedIsABackup() throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        Past past;
        try (Grantkeep before = start(Map.of(), data)) {
            past = Past.make(owner(before));
        }
        Path backup = directory.resolve("backup");
        copy(data, backup);
        try (Grantkeep after = start(Map.of(), data)) {
            past.revoke(owner(after));
        }
        try (Grantkeep restored = start(Map.of(), backup)) {
            past.verify(owner(restored));
        }
    }

    /** While tokens go on being issued. */
    @Test
    void theServerMakesBackupsOfItsEmbeddedDatabase() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Path backups = directory.resolve("backups");
        Map<String, String> settings = Map.of(
                "grantkeep.backup.directory", backups.toString(),
                "grantkeep.backup.interval", "1s",
                "grantkeep.backup.keep", "2");
        Past past;
        Path backup;
        try (Grantkeep before = start(settings, data)) {
            past = Past.make(owner(before));
            AtomicBoolean made = new AtomicBoolean();
            Thread load = Thread.ofVirtual().start(() -> past.goOn(owner(before), made));
            await(backups, files(backups));
            backup = Files.copy(await(backups, files(backups)), directory.resolve("kept.zip"));
            made.set(true);
            load.join();
            past.revoke(owner(before));
        }
        assertThat(files(backups))
                .hasSizeBetween(1, 2)
                .allMatch(file -> file.toString().endsWith("Z.zip"));
        assertThat(Files.getPosixFilePermissions(backups)).hasSize(3);
        Path restored = Files.createDirectory(directory.resolve("restored"));
        unzip(backup, restored);
        try (Grantkeep after = start(Map.of(), restored)) {
            past.verify(owner(after));
        }
    }

    @Test
    void backupsOfOtherDatabasesAreTheirOwnToolsBusiness() {
        Map<String, String> settings = new HashMap<>(StoreMode.POSTGRESQL.settings());
        settings.put("grantkeep.backup.directory", directory.toString());
        assertThatThrownBy(() -> start(settings, directory))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("GRANTKEEP_BACKUP_DIRECTORY");
    }

    /** While tokens go on being issued: what was told before the dump began is in it. */
    @Test
    void aDumpOfPostgresqlInUseIsABackup() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            postgres.program("createuser", "grantkeep");
            postgres.program("createdb", "--owner=grantkeep", "grantkeep");
            String dump = postgres.file("grantkeep.dump");
            Past past;
            try (Grantkeep before = start(postgres.settings("grantkeep"), directory)) {
                past = Past.make(owner(before));
                AtomicBoolean dumped = new AtomicBoolean();
                Thread load = Thread.ofVirtual().start(() -> past.goOn(owner(before), dumped));
                postgres.program("pg_dump", "--format=custom", "--file=" + dump, "grantkeep");
                dumped.set(true);
                load.join();
                past.revoke(owner(before));
            }
            postgres.program("createdb", "--owner=grantkeep", "restored");
            postgres.program("pg_restore", "--dbname=restored", "--exit-on-error", dump);
            try (Grantkeep restored = start(postgres.settings("restored"), directory)) {
                past.verify(owner(restored));
            }
        }
    }

    /** Only on the stand-in, whose documents are copied by the driver: it has no mongodump. */
    @Test
    void theDocumentsOfAMongodbAreABackup() {
        String first = MongoTestServer.chosen().newDatabase();
        String second = MongoTestServer.chosen().newDatabase();
        Past past;
        try (Grantkeep before = start(mongo(first), directory)) {
            past = Past.make(owner(before));
        }
        copy(first, second);
        try (Grantkeep after = start(mongo(first), directory)) {
            past.revoke(owner(after));
        }
        try (Grantkeep restored = start(mongo(second), directory)) {
            past.verify(owner(restored));
        }
    }

    /** What was told before a backup. */
    private record Past(long service, String secret, List<String> alive, List<String> dead) {
        static Past make(Api owner) {
            Tenant tenant = Tenant.create(owner);
            OAuthClient client = tenant.client();
            List<String> alive = new CopyOnWriteArrayList<>();
            List<String> dead = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                alive.add(client.tokens("user" + i, "read").access());
            }
            for (int i = 0; i < 5; i++) {
                String token = client.tokens("revoked" + i, "read").access();
                tenant.api()
                        .post("auth/token/revoke", "accessTokenIdentifier", token)
                        .ok();
                dead.add(token);
            }
            return new Past(tenant.id(), tenant.secret(), alive, dead);
        }

        void goOn(Api owner, AtomicBoolean dumped) {
            OAuthClient client = tenant(owner).client();
            for (int i = 0; !dumped.get(); i++) {
                client.tokens("later" + i, "read");
            }
        }

        /** After the backup, so that it would show if the backup were not what is restored. */
        void revoke(Api owner) {
            alive.forEach(token -> tenant(owner)
                    .api()
                    .post("auth/token/revoke", "accessTokenIdentifier", token)
                    .ok());
        }

        void verify(Api owner) {
            Tenant tenant = tenant(owner);
            assertThat(alive).hasSize(20).allMatch(tenant::works);
            assertThat(dead).hasSize(5).noneMatch(tenant::works);
        }

        private Tenant tenant(Api owner) {
            String credentials = owner.dialect().credentials(Long.toString(service), secret);
            return new Tenant(owner, service, secret, new Api(owner.base(), owner.dialect(), service, credentials));
        }
    }

    private static Grantkeep start(Map<String, String> store, Path data) {
        Map<String, Object> settings = new HashMap<>(store);
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
        settings.put("grantkeep.data-directory", data.toString());
        return Grantkeep.start(settings);
    }

    private static Api owner(Grantkeep grantkeep) {
        return new Api(
                grantkeep.uri(),
                Dialect.V2,
                1,
                Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
    }

    /** A backup that is none of those. */
    private static Path await(Path backups, List<Path> those) throws IOException {
        List<Path> now = files(backups);
        while (those.containsAll(now)) {
            Thread.onSpinWait();
            now = files(backups);
        }
        return now.getLast();
    }

    private static List<Path> files(Path backups) throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().startsWith("grantkeep-"))
                    .sorted()
                    .toList();
        }
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, into.resolve(entry.getName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Map<String, String> mongo(String uri) {
        return Map.of("grantkeep.persistence", "mongo", "mongodb.uri", uri);
    }

    private static void copy(String from, String to) {
        try (MongoClient source = MongoClients.create(from);
                MongoClient target = MongoClients.create(to)) {
            MongoDatabase documents = source.getDatabase(name(from));
            for (String collection : documents.listCollectionNames()) {
                List<Document> all = documents.getCollection(collection).find().into(new ArrayList<>());
                if (!all.isEmpty()) {
                    target.getDatabase(name(to)).getCollection(collection).insertMany(all);
                }
            }
        }
    }

    private static String name(String uri) {
        return uri.replaceFirst(".*/([^?]+).*", "$1");
    }
}
