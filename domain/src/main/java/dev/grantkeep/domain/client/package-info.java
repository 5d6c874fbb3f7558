/** An OAuth client of a service. */
@NullMarked
package dev.grantkeep.domain.client;

import org.jspecify.annotations.NullMarked;
