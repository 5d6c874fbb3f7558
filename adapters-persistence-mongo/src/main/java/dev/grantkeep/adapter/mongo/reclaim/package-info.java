/** Gives back the room of what is dead on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.reclaim;

import org.jspecify.annotations.NullMarked;
