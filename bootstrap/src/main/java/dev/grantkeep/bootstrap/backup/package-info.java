/** Backups of the embedded database, made while it serves. */
@NullMarked
package dev.grantkeep.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
