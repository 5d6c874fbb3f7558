/** What happened, beside the state that a decision leaves to be saved. */
@NullMarked
package dev.grantkeep.domain.event;

import org.jspecify.annotations.NullMarked;
