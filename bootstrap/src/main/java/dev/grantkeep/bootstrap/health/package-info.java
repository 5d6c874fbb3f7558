/** Whether Grantkeep can work, as far as the framework cannot tell by itself. */
@NullMarked
package dev.grantkeep.bootstrap.health;

import org.jspecify.annotations.NullMarked;
