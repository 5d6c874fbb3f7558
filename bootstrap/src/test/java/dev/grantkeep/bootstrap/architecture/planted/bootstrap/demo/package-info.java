/** Violators in the bootstrap module. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
