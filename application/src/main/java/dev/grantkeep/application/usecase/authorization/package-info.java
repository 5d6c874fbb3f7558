/** Authorization requests, and what was decided about them. */
@NullMarked
package dev.grantkeep.application.usecase.authorization;

import org.jspecify.annotations.NullMarked;
