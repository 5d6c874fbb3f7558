/** From an authorization request to a token: how requests and codes are judged, and what tickets and codes remember. */
@NullMarked
package dev.grantkeep.domain.authorization;

import org.jspecify.annotations.NullMarked;
