/** Starts that are refused, and starts that fail. */
@NullMarked
package dev.grantkeep.bootstrap.start;

import org.jspecify.annotations.NullMarked;
