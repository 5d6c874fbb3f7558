/** Planted violators of the rules for the command line. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.cli;

import org.jspecify.annotations.NullMarked;
