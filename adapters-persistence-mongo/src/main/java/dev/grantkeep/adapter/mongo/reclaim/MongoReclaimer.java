package dev.grantkeep.adapter.mongo.reclaim;

import dev.grantkeep.application.port.out.Reclaimer;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Reclaims on MongoDB. Each removal names what it removes and the condition under which it may go, so sweepers that meet
 * at the same documents do no harm, and each document is counted once.
 */
@Singleton
final class MongoReclaimer implements Reclaimer {
    private final ExpiredTokens expiredTokens;
    private final ExpiredSteps expiredSteps;
    private final RevokedTokens revokedTokens;
    private final EmptyGrants emptyGrants;
    private final CutOffClients cutOffClients;
    private final RemovedServices removedServices;

    MongoReclaimer(
            ExpiredTokens expiredTokens,
            ExpiredSteps expiredSteps,
            RevokedTokens revokedTokens,
            EmptyGrants emptyGrants,
            CutOffClients cutOffClients,
            RemovedServices removedServices) {
        this.expiredTokens = expiredTokens;
        this.expiredSteps = expiredSteps;
        this.revokedTokens = revokedTokens;
        this.emptyGrants = emptyGrants;
        this.cutOffClients = cutOffClients;
        this.removedServices = removedServices;
    }

    @Override
    public int reclaim(Work work, Instant now, int limit) {
        return switch (work) {
            case EXPIRED_TOKENS -> expiredTokens.reclaim(now, limit);
            case EXPIRED_STEPS -> expiredSteps.reclaim(now, limit);
            case REVOKED_TOKENS -> revokedTokens.reclaim(now, limit);
            case EMPTY_GRANTS -> emptyGrants.reclaim(now, limit);
            case CUT_OFF_CLIENTS -> cutOffClients.reclaim(now, limit);
            case REMOVED_SERVICES -> removedServices.reclaim(now, limit);
        };
    }
}
