/** When the sweep runs. */
@NullMarked
package dev.grantkeep.bootstrap.sweep;

import org.jspecify.annotations.NullMarked;
