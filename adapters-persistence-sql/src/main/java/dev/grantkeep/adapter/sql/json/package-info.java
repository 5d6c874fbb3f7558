/** The columns that hold JSON. */
@NullMarked
package dev.grantkeep.adapter.sql.json;

import org.jspecify.annotations.NullMarked;
