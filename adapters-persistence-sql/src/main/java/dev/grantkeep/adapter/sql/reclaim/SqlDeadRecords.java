package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.DeadRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

// The first entry of token_purge (purge_at) and of step_expiry (expires_at).
/** Looks for the oldest dead record. */
@Singleton
final class SqlDeadRecords implements DeadRecords {
    private static final String TOKEN = "select purge_at from token where purge_at <= ? order by purge_at limit 1";
    private static final String STEP = "select expires_at from step where expires_at <= ? order by expires_at limit 1";

    private final Database database;

    SqlDeadRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return Stream.of(TOKEN, STEP)
                .flatMap(sql -> database.first(sql, to -> to.add(now), Row::instant).stream())
                .min(Instant::compareTo);
    }
}
