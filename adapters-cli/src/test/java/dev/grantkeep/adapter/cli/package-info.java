/** Tests of the command line beside servers that are none. */
@NullMarked
package dev.grantkeep.adapter.cli;

import org.jspecify.annotations.NullMarked;
