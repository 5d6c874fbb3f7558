/** Random sequences of calls, played to the running application and to a naive model, whose answers are compared. */
@NullMarked
package dev.grantkeep.bootstrap.stateful;

import org.jspecify.annotations.NullMarked;
