package dev.grantkeep.adapter.sql.jdbc;

import java.sql.SQLException;

/** Gives a statement's parameters their values. */
@FunctionalInterface
public interface Binding {
    void to(Parameters parameters) throws SQLException;
}
