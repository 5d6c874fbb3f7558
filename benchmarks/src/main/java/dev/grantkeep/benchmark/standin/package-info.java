/** What stands in for MongoDB where there is none: a process of its own that speaks MongoDB's protocol in memory. */
@NullMarked
package dev.grantkeep.benchmark.standin;

import org.jspecify.annotations.NullMarked;
