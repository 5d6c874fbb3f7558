package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Session;
import java.sql.SQLException;
import java.time.Instant;

/** One kind of work, a batch at a time; each batch is a short transaction. */
@FunctionalInterface
interface Batch {
    /** Where a batch works at one thing: among how many it looks for one that no other node works at. */
    int CANDIDATES = 16;

    /**
     * @return how many rows were removed or dealt with
     */
    int run(Session session, Instant now, int limit) throws SQLException;
}
