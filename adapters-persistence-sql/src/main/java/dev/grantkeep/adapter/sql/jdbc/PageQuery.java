package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import java.sql.SQLException;
import java.util.List;

/**
 * A query whose every row begins with the number of all rows.
 *
 * @param binding of the parameters before limit and offset
 * @param afterWindow of those after
 */
record PageQuery<T>(Session session, String sql, Binding binding, Binding afterWindow, Reading<T> reading) {
    private record Counted<T>(int total, T item) {}

    Page<T> page(Window window) throws SQLException {
        List<Counted<T>> rows = rows(window.size(), window.start());
        int total = rows.isEmpty() ? totalWithoutRows(window) : rows.get(0).total();
        return new Page<>(rows.stream().map(Counted::item).toList(), total);
    }

    /** A window without rows may lie behind the last one, or be empty itself: ask for the first row. */
    private int totalWithoutRows(Window window) throws SQLException {
        if (window.start() == 0 && window.size() > 0) {
            return 0;
        }
        List<Counted<T>> first = rows(1, 0);
        return first.isEmpty() ? 0 : first.get(0).total();
    }

    private List<Counted<T>> rows(int limit, int offset) throws SQLException {
        return session.all(
                sql,
                parameters -> {
                    binding.to(parameters);
                    parameters.add(limit).add(offset);
                    afterWindow.to(parameters);
                },
                row -> new Counted<>(row.integer(), reading.of(row)));
    }
}
