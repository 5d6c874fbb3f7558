/** How a command ends: its exit codes, and failures that end it. */
@NullMarked
package dev.grantkeep.adapter.cli.exit;

import org.jspecify.annotations.NullMarked;
