/** The commands, each in a class with those of its kind. */
@NullMarked
package dev.grantkeep.adapter.cli.command;

import org.jspecify.annotations.NullMarked;
