package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Session;
import java.sql.SQLException;
import java.time.Instant;

/** One kind of work, a batch at a time; each batch is a short transaction. */
@FunctionalInterface
interface Batch {
    /**
     * @return how many rows were removed or dealt with
     */
    int run(Session session, Instant now, int limit) throws SQLException;
}
