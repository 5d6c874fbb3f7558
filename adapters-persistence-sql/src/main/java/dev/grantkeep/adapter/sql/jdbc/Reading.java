package dev.grantkeep.adapter.sql.jdbc;

import java.sql.SQLException;

/** Makes something of one row. */
@FunctionalInterface
public interface Reading<T> {
    T of(Row row) throws SQLException;
}
