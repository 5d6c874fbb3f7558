/** The device flow up to the token endpoint. */
@NullMarked
package dev.grantkeep.application.usecase.device;

import org.jspecify.annotations.NullMarked;
