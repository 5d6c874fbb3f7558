/** The measurements, one class for each row of the results. */
@NullMarked
package dev.grantkeep.benchmark.measure;

import org.jspecify.annotations.NullMarked;
