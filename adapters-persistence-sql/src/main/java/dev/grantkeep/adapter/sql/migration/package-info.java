/** The schema and how a database gets it. */
@NullMarked
package dev.grantkeep.adapter.sql.migration;

import org.jspecify.annotations.NullMarked;
