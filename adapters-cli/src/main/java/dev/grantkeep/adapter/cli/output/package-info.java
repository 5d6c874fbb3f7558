/** What a command prints: tables for people, JSON for programs, and how far it is. */
@NullMarked
package dev.grantkeep.adapter.cli.output;

import org.jspecify.annotations.NullMarked;
