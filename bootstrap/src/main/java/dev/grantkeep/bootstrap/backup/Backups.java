package dev.grantkeep.bootstrap.backup;

import dev.grantkeep.adapter.sql.backup.EmbeddedBackup;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.bootstrap.start.AtRest;
import dev.grantkeep.bootstrap.start.DataDirectory;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup when the server has started and then again and again; one that fails is told and tried again later. */
@Context
@Requires(property = "grantkeep.backup.directory")
@Requires(notEnv = AtRest.ENVIRONMENT)
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'grantkeep-'yyyyMMdd'T'HHmmss.SSS'Z.zip'")
            .withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = "unfinished.zip";
    private static final int PATIENCE_IN_SECONDS = 20;

    private final EmbeddedBackup backup;
    private final BackupSettings settings;
    private final DataDirectory place;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("backup").factory());

    Backups(EmbeddedBackup backup, BackupSettings settings, Clock clock) {
        this.backup = backup;
        this.settings = settings;
        this.place = settings.place();
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        var unused =
                thread.scheduleAtFixedRate(this::make, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for one that is under way: to interrupt it could close the database's file. */
    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A backup is still under way");
        }
    }

    private void make() {
        try {
            Path unfinished = place.file(UNFINISHED);
            place.writeSecret(UNFINISHED, "");
            backup.write(unfinished);
            Path made = place.file(NAME.format(clock.now()));
            Files.move(unfinished, made, StandardCopyOption.ATOMIC_MOVE);
            removeOldest();
            LOG.info("Made the backup {}", made);
        } catch (IOException | RuntimeException e) {
            LOG.error("No backup could be made in {}: {}", settings.directory(), e.toString());
        }
    }

    private void removeOldest() throws IOException {
        List<Path> made = made();
        for (Path old : made.subList(0, Math.max(0, made.size() - settings.keep()))) {
            Files.delete(old);
        }
    }

    /** In the order of their times. */
    private List<Path> made() throws IOException {
        try (Stream<Path> files = Files.list(place.file("."))) {
            return files.filter(file -> file.getFileName().toString().matches("grantkeep-[0-9T.]+Z\\.zip"))
                    .sorted()
                    .toList();
        }
    }
}
