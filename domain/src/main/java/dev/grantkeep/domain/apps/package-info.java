/** What a user sees of the applications that she let in, and how she gets to see it. */
@NullMarked
package dev.grantkeep.domain.apps;

import org.jspecify.annotations.NullMarked;
