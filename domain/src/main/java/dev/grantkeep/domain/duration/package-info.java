/** How long a token lives, which level of the settings decided it, and why. */
@NullMarked
package dev.grantkeep.domain.duration;

import org.jspecify.annotations.NullMarked;
