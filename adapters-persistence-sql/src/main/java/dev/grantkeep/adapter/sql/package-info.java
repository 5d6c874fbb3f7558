/** The stores on H2 and PostgreSQL. */
@NullMarked
package dev.grantkeep.adapter.sql;

import org.jspecify.annotations.NullMarked;
