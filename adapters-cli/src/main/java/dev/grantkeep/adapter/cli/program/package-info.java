/** What surrounds the command line: the rest of Grantkeep, the environment and the console. */
@NullMarked
package dev.grantkeep.adapter.cli.program;

import org.jspecify.annotations.NullMarked;
