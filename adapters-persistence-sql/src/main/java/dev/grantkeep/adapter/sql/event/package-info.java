/** What happened, in the transaction of the state that it led to. */
@NullMarked
package dev.grantkeep.adapter.sql.event;

import org.jspecify.annotations.NullMarked;
