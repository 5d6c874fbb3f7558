/** The clients on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.client;

import org.jspecify.annotations.NullMarked;
