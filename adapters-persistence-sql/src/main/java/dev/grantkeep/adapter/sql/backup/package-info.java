/** Copies of the embedded database. */
@NullMarked
package dev.grantkeep.adapter.sql.backup;

import org.jspecify.annotations.NullMarked;
