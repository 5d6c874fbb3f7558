/** Servers for the tests: what they may do is told in a few bytes. */
@NullMarked
package dev.grantkeep.adapter.http.testing;

import org.jspecify.annotations.NullMarked;
