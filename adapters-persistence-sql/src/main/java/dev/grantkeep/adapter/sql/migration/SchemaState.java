package dev.grantkeep.adapter.sql.migration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the schema of a database is.
 *
 * @param product the database with its version
 * @param applied the version of the last script that is applied; null if none is
 * @param pending the scripts that are not applied, in order
 * @param newer versions that are applied and come after all scripts that are known
 * @param failed the version of a script that was begun and not finished; null if there is none
 * @param different versions whose script is not the one that was applied, or is not known
 * @param mayChange whether the user may make tables
 * @param clock what the database says that the time is
 */
public record SchemaState(
        String product,
        @Nullable String applied,
        List<String> pending,
        List<String> newer,
        @Nullable String failed,
        List<String> different,
        boolean mayChange,
        Instant clock) {
    public SchemaState {
        pending = List.copyOf(pending);
        newer = List.copyOf(newer);
        different = List.copyOf(different);
    }
}
