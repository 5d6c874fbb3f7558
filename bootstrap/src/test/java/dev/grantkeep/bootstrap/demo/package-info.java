/** The demo. */
@NullMarked
package dev.grantkeep.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
