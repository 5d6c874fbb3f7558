/** Measures Grantkeep against the floor: {@code ./benchmarks/run}. */
@NullMarked
package dev.grantkeep.benchmark;

import org.jspecify.annotations.NullMarked;
