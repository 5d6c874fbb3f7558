/** The stores, each behind one that takes the time of what is asked of it and sees what happened. */
@NullMarked
package dev.grantkeep.bootstrap.signal.store;

import org.jspecify.annotations.NullMarked;
