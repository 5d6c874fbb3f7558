/** The results as text and plots. */
@NullMarked
package dev.grantkeep.benchmark.report;

import org.jspecify.annotations.NullMarked;
