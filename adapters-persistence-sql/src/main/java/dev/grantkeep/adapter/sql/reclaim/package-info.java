/** Giving back the room of what is dead. */
@NullMarked
package dev.grantkeep.adapter.sql.reclaim;

import org.jspecify.annotations.NullMarked;
