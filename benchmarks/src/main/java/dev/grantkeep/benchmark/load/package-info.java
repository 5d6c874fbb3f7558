/** Requests: many at once by wrk, or one after the other. */
@NullMarked
package dev.grantkeep.benchmark.load;

import org.jspecify.annotations.NullMarked;
