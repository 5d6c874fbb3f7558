package dev.grantkeep.application.port.in.maintenance;

/** Reclaims what is dead ("Authlete's policy on sweeping unused tokens"). Any number of nodes may run it at once. */
public interface Sweep {
    /** Works until nothing is left or the budget is spent. */
    Result handle(Command command);

    /**
     * How to work.
     *
     * @param batchSize rows or documents in one batch, from 1 to 10,000
     * @param maxBatches the most batches of each kind of work in this call, at least 1
     */
    record Command(int batchSize, int maxBatches) {
        public Command {
            if (batchSize < 1 || batchSize > 10_000 || maxBatches < 1) {
                throw new IllegalArgumentException("a sweep has batches of 1 to 10,000, at least one");
            }
        }
    }

    /**
     * What was done.
     *
     * @param finished whether nothing was left to do
     */
    record Result(long reclaimed, boolean finished) {}
}
