/** Whether the database can be used now. */
@NullMarked
package dev.grantkeep.adapter.sql.health;

import org.jspecify.annotations.NullMarked;
