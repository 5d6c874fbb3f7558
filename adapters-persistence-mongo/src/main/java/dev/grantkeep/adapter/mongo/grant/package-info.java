/** The grant heads on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.grant;

import org.jspecify.annotations.NullMarked;
