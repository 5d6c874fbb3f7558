/** Scopes: their names, their attributes, and sets of them. */
@NullMarked
package dev.grantkeep.domain.scope;

import org.jspecify.annotations.NullMarked;
