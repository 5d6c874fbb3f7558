package dev.grantkeep.adapter.sql.data;

import dev.grantkeep.adapter.sql.jdbc.Failures;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of repositories. Each is a transaction of its own, on a connection of the pool that it takes and gives back. All
 * methods throw {@link StoreUnavailable} if the database cannot answer. What Micronaut Data throws, of several kinds that
 * have nothing in common, never crosses a port.
 */
public final class Repositories {
    private Repositories() {}

    public static <T> T call(Supplier<T> repository) {
        try {
            return repository.get();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /**
     * A write of one row: stale if there is no such row, taken if a unique index refuses it.
     *
     * @param repository returns how many rows were written
     */
    public static Saved save(IntSupplier repository) {
        try {
            return repository.getAsInt() == 0 ? Saved.STALE : Saved.SAVED;
        } catch (RuntimeException e) {
            @Nullable SQLException cause = causeOf(e);
            if (cause != null && Failures.isUniqueViolation(cause)) {
                return Saved.TAKEN;
            }
            throw translated(e);
        }
    }

    private static RuntimeException translated(RuntimeException e) {
        @Nullable SQLException cause = causeOf(e);
        return cause == null
                ? new IllegalStateException("the database is not used as it must be", e)
                : Failures.translated(cause);
    }

    private static @Nullable SQLException causeOf(RuntimeException e) {
        @Nullable Throwable cause = e.getCause();
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
