/** Planted violators of the rules for the JOSE adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.jose;

import org.jspecify.annotations.NullMarked;
