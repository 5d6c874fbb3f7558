/** The authorization codes and tickets on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.flow;

import org.jspecify.annotations.NullMarked;
