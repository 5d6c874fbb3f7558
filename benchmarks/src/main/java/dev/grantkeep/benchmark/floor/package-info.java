/** The floor: the least that a server of the same kind can do for a request. Grantkeep is measured against it. */
@NullMarked
package dev.grantkeep.benchmark.floor;

import org.jspecify.annotations.NullMarked;
