/** The stores on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo;

import org.jspecify.annotations.NullMarked;
