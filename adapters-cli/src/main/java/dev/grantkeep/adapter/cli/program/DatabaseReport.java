package dev.grantkeep.adapter.cli.program;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the database is.
 *
 * @param kind such as {@code PostgreSQL 18.1}; where it is not known, what the configuration says
 * @param applied the last step of the schema that is applied; null if there is none
 * @param pending what an upgrade would do, in order
 * @param detail one line to a person; empty if all is well
 * @param clock what the database says that the time is; null if it was not asked
 */
public record DatabaseReport(
        String kind,
        State state,
        @Nullable String applied,
        List<String> pending,
        String detail,
        @Nullable Instant clock) {
    public DatabaseReport {
        pending = List.copyOf(pending);
    }

    /** Whether a server can use it. */
    public enum State {
        UP_TO_DATE,
        /** Nothing is there yet; the first start makes it. */
        EMPTY,
        PENDING,
        /** A newer version of Grantkeep has changed it. */
        NEWER,
        /** A step of the schema was begun and not finished. */
        HALF_DONE,
        /** It is not what the steps of the schema make. */
        DIFFERENT,
        /** Another process has the embedded database; a server that runs, most likely. */
        IN_USE,
        UNREACHABLE,
        /** The user may not do what Grantkeep does. */
        FORBIDDEN
    }
}
