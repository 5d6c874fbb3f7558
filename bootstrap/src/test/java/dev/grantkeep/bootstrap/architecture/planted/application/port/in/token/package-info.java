/** Violators among the inbound ports. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.port.in.token;

import org.jspecify.annotations.NullMarked;
