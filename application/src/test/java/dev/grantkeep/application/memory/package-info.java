/** The outbound ports in memory: fakes that pass the same contracts as the real stores. */
@NullMarked
package dev.grantkeep.application.memory;

import org.jspecify.annotations.NullMarked;
