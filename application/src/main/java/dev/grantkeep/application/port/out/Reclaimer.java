package dev.grantkeep.application.port.out;

import java.time.Instant;

/**
 * Gives back the room of what is dead, in small batches and oldest first. Several nodes may call it at once; they skip
 * each other's work. It never changes what any caller sees, but for counts of stored records.
 */
public interface Reclaimer {
    /** What can be reclaimed. */
    enum Work {
        /** Token records whose purge instant has passed. Their heads are marked, to be looked at. */
        EXPIRED_TOKENS,
        /** Steps that are expired. */
        EXPIRED_STEPS,
        /** Token records and codes of a generation that their head had before, found by the marks of the heads. */
        REVOKED_TOKENS,
        /** Heads with no record, no pending code and no granted scopes, last written an hour ago or earlier. */
        EMPTY_GRANTS,
        /** What removed clients, or clients with a new generation, have left behind. */
        CUT_OFF_CLIENTS,
        /** What removed services have left behind. */
        REMOVED_SERVICES
    }

    /**
     * Does one batch.
     *
     * @param limit at most about this many rows or documents
     * @return how many were reclaimed or dealt with; 0 means that there is nothing to do now
     */
    int reclaim(Work work, Instant now, int limit);
}
