/** Violators in the domain. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.domain.token;

import org.jspecify.annotations.NullMarked;
