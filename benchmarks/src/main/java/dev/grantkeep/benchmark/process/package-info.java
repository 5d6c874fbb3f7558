/** Operating system processes: starting and stopping them, and what they use. */
@NullMarked
package dev.grantkeep.benchmark.process;

import org.jspecify.annotations.NullMarked;
