/** What is logged, and how. */
@NullMarked
package dev.grantkeep.bootstrap.log;

import org.jspecify.annotations.NullMarked;
