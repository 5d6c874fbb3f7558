/** The token records. */
@NullMarked
package dev.grantkeep.adapter.sql.token;

import org.jspecify.annotations.NullMarked;
