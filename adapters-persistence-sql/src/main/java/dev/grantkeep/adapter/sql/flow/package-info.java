/** Tickets and authorization codes. */
@NullMarked
package dev.grantkeep.adapter.sql.flow;

import org.jspecify.annotations.NullMarked;
