/** Databases for tests. Other modules' tests use them too. */
@NullMarked
package dev.grantkeep.adapter.sql.testing;

import org.jspecify.annotations.NullMarked;
