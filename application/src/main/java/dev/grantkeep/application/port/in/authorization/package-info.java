/** Authorization requests, and what was decided about them. */
@NullMarked
package dev.grantkeep.application.port.in.authorization;

import org.jspecify.annotations.NullMarked;
