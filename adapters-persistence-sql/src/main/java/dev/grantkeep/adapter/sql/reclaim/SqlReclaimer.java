package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.out.Reclaimer;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * A batch finds its work in all services without a lock. Then, service by service, it locks what it works on, looks whether
 * that still is what was found, and skips what another holds: several nodes share the work, and none waits for
 * another or for a caller while it holds a lock that they may want. The one exception is the mark of a head that lost a
 * token or code: for that a batch waits, in the order of {@link dev.grantkeep.adapter.sql.grant.EmptyGrantMarks}.
 */
@Singleton
final class SqlReclaimer implements Reclaimer {
    private final Database database;
    private final Duration batchTimeout;
    private final ExpiredTokens expiredTokens = new ExpiredTokens();

    /**
     * @param batchTimeout how long a statement of a batch may take
     */
    SqlReclaimer(Database database, @Value("${grantkeep.sweeper.batch-timeout:60s}") Duration batchTimeout) {
        this.database = database;
        this.batchTimeout = batchTimeout;
    }

    @Override
    public int reclaim(Work work, Instant now, int limit) {
        Batch batch = batchOf(work);
        return database.inLongTransaction(batchTimeout, session -> batch.run(session, now, limit));
    }

    private Batch batchOf(Work work) {
        return switch (work) {
            case EXPIRED_TOKENS -> expiredTokens::reclaim;
            case EXPIRED_STEPS -> ExpiredSteps::reclaim;
            case REVOKED_TOKENS -> RevokedTokens::reclaim;
            case EMPTY_GRANTS -> EmptyGrants::reclaim;
            case CUT_OFF_CLIENTS -> CutOffClients::reclaim;
            case REMOVED_SERVICES -> RemovedServices::reclaim;
        };
    }
}
