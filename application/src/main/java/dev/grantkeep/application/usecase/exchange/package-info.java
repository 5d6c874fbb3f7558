/** The token endpoint: a class for each grant type. */
@NullMarked
package dev.grantkeep.application.usecase.exchange;

import org.jspecify.annotations.NullMarked;
