package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.domain.grant.GrantHead;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// The first entries of token_purge (purge_at); of step_expiry, authorization_code_expiry, ticket_expiry (expires_at);
// of grant_head_maybe_empty (maybe_empty_since); of grant_head_marked, client_marked, service_marked (purge_marked_at).
/** Looks for dead records at the beginning of the indexes by which the sweeper finds them. */
@Singleton
final class SqlDeadRecords implements DeadRecords {
    private static final String TOKEN = "select purge_at from token where purge_at <= ? order by purge_at limit 1";
    private static final String STEP = "select expires_at from step where expires_at <= ? order by expires_at limit 1";

    private static final List<String> TOKENS = List.of(counting("token", "purge_at"));
    private static final List<String> STEPS = List.of(
            counting("step", "expires_at"),
            counting("authorization_code", "expires_at"),
            counting("ticket", "expires_at"));
    private static final List<String> MAYBE_EMPTY = List.of(counting("grant_head", "maybe_empty_since"));
    private static final List<String> MARKED_HEADS = List.of(counting("grant_head", "purge_marked_at"));
    private static final List<String> MARKED_CLIENTS = List.of(counting("client", "purge_marked_at"));
    private static final List<String> MARKED_SERVICES = List.of(counting("service", "purge_marked_at"));

    /** A mark counts whenever it was made: the clocks of nodes differ. */
    private static final Instant WHENEVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Database database;
    private final Duration timeout;

    /** What one statement finds. */
    private record Found(int count, @Nullable Instant since) {
        static Found of(Row row) throws SQLException {
            return new Found(row.integer(), row.instantOrNull());
        }
    }

    /**
     * @param timeout how long a statement may take
     */
    SqlDeadRecords(Database database, @Value("${grantkeep.sweeper.batch-timeout:60s}") Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    private static String counting(String table, String column) {
        return """
                select count(*), min(since) from (
                    select %2$s as since from %1$s where %2$s <= ? order by %2$s limit ?) due
                """.formatted(table, column);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return Stream.of(TOKEN, STEP)
                .flatMap(sql -> database.first(sql, to -> to.add(now), Row::instant).stream())
                .min(Instant::compareTo);
    }

    @Override
    public Count count(Work work, Instant now, int most) {
        return switch (work) {
            case EXPIRED_TOKENS -> count(TOKENS, now, most);
            case EXPIRED_STEPS -> count(STEPS, now, most);
            case REVOKED_TOKENS -> count(MARKED_HEADS, WHENEVER, most);
            case EMPTY_GRANTS -> count(MAYBE_EMPTY, now.minus(GrantHead.LINGER), most);
            case CUT_OFF_CLIENTS -> count(MARKED_CLIENTS, WHENEVER, most);
            case REMOVED_SERVICES -> count(MARKED_SERVICES, WHENEVER, most);
        };
    }

    private Count count(List<String> statements, Instant until, int most) {
        List<Found> found = database.inLongTransaction(timeout, session -> found(session, statements, until, most + 1));
        return Count.of(
                found.stream().mapToInt(Found::count).sum(),
                most,
                found.stream()
                        .map(Found::since)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private static List<Found> found(Session session, List<String> statements, Instant until, int limit)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        for (String sql : statements) {
            found.add(Objects.requireNonNull(
                    session.first(sql, to -> to.add(until).add(limit), Found::of)));
        }
        return found;
    }
}
