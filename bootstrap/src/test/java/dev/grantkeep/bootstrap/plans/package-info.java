/** The test modules of certification plans, and the tests that hold the same. */
@NullMarked
package dev.grantkeep.bootstrap.plans;

import org.jspecify.annotations.NullMarked;
