/** Violators in the MongoDB adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo;

import org.jspecify.annotations.NullMarked;
