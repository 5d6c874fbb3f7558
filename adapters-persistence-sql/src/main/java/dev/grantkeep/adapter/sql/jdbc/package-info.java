/** Statements on connections of the pool, values in and out of them, and what their failures mean. */
@NullMarked
package dev.grantkeep.adapter.sql.jdbc;

import org.jspecify.annotations.NullMarked;
