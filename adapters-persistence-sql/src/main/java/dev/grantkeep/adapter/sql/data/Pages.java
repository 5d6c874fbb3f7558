package dev.grantkeep.adapter.sql.data;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Windows of what a repository lists. */
public final class Pages {
    /** A query that ends with a limit and an offset. */
    @FunctionalInterface
    public interface Rows<R> {
        List<R> of(int limit, int offset);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private Pages() {}

    /**
     * A window of rows, each made into an item by itself: one that cannot be read spoils no list. It is left out and
     * logged.
     *
     * @param id names a row in the log
     * @param count counts all rows; it is not asked when the rows found show how many there are
     */
    public static <R, T> Page<T> page(
            Window window, Rows<R> rows, IntSupplier count, Function<R, T> item, ToLongFunction<R> id) {
        List<R> found =
                window.size() == 0 ? List.of() : Repositories.call(() -> rows.of(window.size(), window.start()));
        int total = total(window, found.size(), count);
        return new Page<>(found.stream().flatMap(row -> readable(row, item, id)).toList(), total);
    }

    private static <R, T> Stream<T> readable(R row, Function<R, T> item, ToLongFunction<R> id) {
        try {
            return Stream.of(item.apply(row));
        } catch (IllegalArgumentException | UncheckedIOException | NullPointerException damaged) {
            LOG.error(
                    "{} {} cannot be read and is left out of a list",
                    row.getClass().getSimpleName(),
                    id.applyAsLong(row));
            return Stream.empty();
        }
    }

    private static int total(Window window, int found, IntSupplier count) {
        boolean isBehindTheEnd = found == 0 && window.start() > 0;
        if (found < window.size() && !isBehindTheEnd) {
            return window.start() + found;
        }
        int counted = Repositories.call(count::getAsInt);
        // Some of those found may be gone since.
        return isBehindTheEnd ? counted : Math.max(counted, window.start() + found);
    }
}
