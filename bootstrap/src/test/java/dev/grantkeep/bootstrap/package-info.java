/** The application as a whole. */
@NullMarked
package dev.grantkeep.bootstrap;

import org.jspecify.annotations.NullMarked;
