/** What is checked before anything starts, and how a start that failed is told in one line. */
@NullMarked
package dev.grantkeep.bootstrap.start;

import org.jspecify.annotations.NullMarked;
