/** Describes services to clients. */
@NullMarked
package dev.grantkeep.application.usecase.discovery;

import org.jspecify.annotations.NullMarked;
