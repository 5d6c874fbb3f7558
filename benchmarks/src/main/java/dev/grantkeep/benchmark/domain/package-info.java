/** JMH benchmarks of what the domain does on every hot call. */
@NullMarked
package dev.grantkeep.benchmark.domain;

import org.jspecify.annotations.NullMarked;
