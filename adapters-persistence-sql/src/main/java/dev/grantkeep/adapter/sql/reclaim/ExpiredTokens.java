package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Token records whose purge instant has passed. A batch begins where the one before it ended, because the index still has
 * the entries of those that are gone; after the last one, it begins at the beginning again, for what was locked or came
 * late.
 */
final class ExpiredTokens {
    private static final Instant BEGINNING = Instant.EPOCH;

    /** Where the next batch begins. A wrong place costs time and loses nothing. */
    private volatile Instant from = BEGINNING;

    /**
     * What a batch has done.
     *
     * @param count of the records that are gone
     * @param found how many were found; another may have been at some of them
     * @param last the latest of their purge instants; absent if there were none
     */
    record Gone(int count, int found, @Nullable Instant last) {
        static final Gone NOTHING = new Gone(0, 0, null);
    }

    int reclaim(Session session, Instant now, int limit) throws SQLException {
        Instant begin = from;
        Gone gone = session.isPostgres()
                ? ExpiredTokensAtOnce.remove(session, begin, now, limit)
                : ExpiredTokensInSteps.remove(session, begin, now, limit);
        from = gone.found() < limit ? BEGINNING : Objects.requireNonNullElse(gone.last(), BEGINNING);
        return gone.count() == 0 && !begin.equals(BEGINNING) ? reclaim(session, now, limit) : gone.count();
    }
}
