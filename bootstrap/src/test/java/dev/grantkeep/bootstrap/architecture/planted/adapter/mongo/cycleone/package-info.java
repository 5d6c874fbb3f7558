/** One half of a cycle. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycleone;

import org.jspecify.annotations.NullMarked;
