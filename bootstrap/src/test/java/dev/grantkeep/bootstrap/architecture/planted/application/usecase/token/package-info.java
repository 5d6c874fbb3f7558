/** Violators among the use cases. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.usecase.token;

import org.jspecify.annotations.NullMarked;
