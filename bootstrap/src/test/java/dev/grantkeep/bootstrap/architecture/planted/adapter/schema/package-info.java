/** Planted violators of the rules for the JSON Schema adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.schema;

import org.jspecify.annotations.NullMarked;
