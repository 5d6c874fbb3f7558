/** The command line of an operator: what was asked for is found here, and done by the commands. */
@NullMarked
package dev.grantkeep.adapter.cli;

import org.jspecify.annotations.NullMarked;
