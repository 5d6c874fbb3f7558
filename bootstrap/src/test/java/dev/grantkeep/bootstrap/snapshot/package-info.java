/** Snapshots in memory. */
@NullMarked
package dev.grantkeep.bootstrap.snapshot;

import org.jspecify.annotations.NullMarked;
