/** Violators in the SQL adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.sql;

import org.jspecify.annotations.NullMarked;
