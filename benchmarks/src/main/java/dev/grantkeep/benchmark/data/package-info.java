/** What the tables hold while something is measured. */
@NullMarked
package dev.grantkeep.benchmark.data;

import org.jspecify.annotations.NullMarked;
