/** The owner's credentials. */
@NullMarked
package dev.grantkeep.bootstrap.owner;

import org.jspecify.annotations.NullMarked;
