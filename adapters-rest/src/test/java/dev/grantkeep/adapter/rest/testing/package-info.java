/** The HTTP API on a free port, over the in-memory stores and the real use cases, for the tests of this module. */
@NullMarked
package dev.grantkeep.adapter.rest.testing;

import org.jspecify.annotations.NullMarked;
