/** Violators among the outbound ports. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.port.out;

import org.jspecify.annotations.NullMarked;
