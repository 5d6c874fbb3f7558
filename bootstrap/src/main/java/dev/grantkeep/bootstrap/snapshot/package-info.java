/** Keeps copies of settings in memory, so that the hot calls need not read them. */
@NullMarked
package dev.grantkeep.bootstrap.snapshot;

import org.jspecify.annotations.NullMarked;
