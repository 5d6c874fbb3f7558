/** Use cases and what they share, on the stores in memory. */
@NullMarked
package dev.grantkeep.application.usecase;

import org.jspecify.annotations.NullMarked;
