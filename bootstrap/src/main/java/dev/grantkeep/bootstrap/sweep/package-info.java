/** Lets the sweep run now and then. */
@NullMarked
package dev.grantkeep.bootstrap.sweep;

import org.jspecify.annotations.NullMarked;
