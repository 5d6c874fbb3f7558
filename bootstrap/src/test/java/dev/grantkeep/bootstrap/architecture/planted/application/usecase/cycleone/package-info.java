/** One half of a cycle. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycleone;

import org.jspecify.annotations.NullMarked;
