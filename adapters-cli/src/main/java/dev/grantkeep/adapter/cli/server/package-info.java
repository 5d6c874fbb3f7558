/** A running Grantkeep, called through its API. */
@NullMarked
package dev.grantkeep.adapter.cli.server;

import org.jspecify.annotations.NullMarked;
