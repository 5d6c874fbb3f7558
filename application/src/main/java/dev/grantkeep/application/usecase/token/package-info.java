/** Use cases on tokens. */
@NullMarked
package dev.grantkeep.application.usecase.token;

import org.jspecify.annotations.NullMarked;
