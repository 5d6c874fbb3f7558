/** Wires the modules into one application and starts it. */
@NullMarked
package dev.grantkeep.bootstrap;

import org.jspecify.annotations.NullMarked;
