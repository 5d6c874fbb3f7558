/** The steps of the protocol. */
@NullMarked
package dev.grantkeep.application.usecase.flow;

import org.jspecify.annotations.NullMarked;
