/** Authorization requests, and what was decided about them. */
@NullMarked
package dev.grantkeep.adapter.rest.authorization;

import org.jspecify.annotations.NullMarked;
