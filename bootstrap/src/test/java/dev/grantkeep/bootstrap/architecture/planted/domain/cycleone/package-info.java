/** One half of a cycle. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.domain.cycleone;

import org.jspecify.annotations.NullMarked;
