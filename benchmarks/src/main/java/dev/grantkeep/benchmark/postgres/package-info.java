/** A PostgreSQL of the run's own, or one that is given. */
@NullMarked
package dev.grantkeep.benchmark.postgres;

import org.jspecify.annotations.NullMarked;
