/** The token endpoint, with grant types of the tests' own. */
@NullMarked
package dev.grantkeep.application.usecase.exchange;

import org.jspecify.annotations.NullMarked;
