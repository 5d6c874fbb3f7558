/** The short-lived steps toward a token: the ticket of an authorization request, and the authorization code. */
@NullMarked
package dev.grantkeep.domain.authorization;

import org.jspecify.annotations.NullMarked;
