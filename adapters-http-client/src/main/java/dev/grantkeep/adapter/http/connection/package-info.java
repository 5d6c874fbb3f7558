/** Reaches out to servers of others: only where it may, and within limits. */
@NullMarked
package dev.grantkeep.adapter.http.connection;

import org.jspecify.annotations.NullMarked;
