/** One half of a cycle. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycleone;

import org.jspecify.annotations.NullMarked;
