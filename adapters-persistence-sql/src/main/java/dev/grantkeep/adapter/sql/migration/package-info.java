/** Where the schema's scripts are. */
@NullMarked
package dev.grantkeep.adapter.sql.migration;

import org.jspecify.annotations.NullMarked;
