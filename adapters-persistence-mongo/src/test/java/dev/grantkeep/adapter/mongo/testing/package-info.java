/** MongoDB for tests. Other modules' tests use it too. */
@NullMarked
package dev.grantkeep.adapter.mongo.testing;

import org.jspecify.annotations.NullMarked;
