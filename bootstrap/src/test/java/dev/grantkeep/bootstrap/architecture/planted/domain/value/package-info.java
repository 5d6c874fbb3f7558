/** Planted. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.domain.value;

import org.jspecify.annotations.NullMarked;
