/** The token records on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.token;

import org.jspecify.annotations.NullMarked;
