/** Counts the tests of a module. */
@NullMarked
package dev.grantkeep.application.count;

import org.jspecify.annotations.NullMarked;
