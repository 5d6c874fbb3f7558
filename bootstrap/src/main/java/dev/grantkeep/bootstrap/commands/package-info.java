/** The command line of an operator, with what it needs of the rest of Grantkeep. */
@NullMarked
package dev.grantkeep.bootstrap.commands;

import org.jspecify.annotations.NullMarked;
