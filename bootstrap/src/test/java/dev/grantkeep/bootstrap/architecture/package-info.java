/** The architecture, as rules that the whole code is held to. */
@NullMarked
package dev.grantkeep.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
