/** The servers that are measured: Grantkeep with its production settings, and the floor with the same. */
@NullMarked
package dev.grantkeep.benchmark.server;

import org.jspecify.annotations.NullMarked;
