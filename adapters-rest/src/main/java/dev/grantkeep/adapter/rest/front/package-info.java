/**
 * The ready front of a service: the endpoints of OAuth 2.0 and OpenID Connect for browsers and clients, which do with each
 * answer of the Web API what its action says. Login and consent are a page of the provider.
 */
@NullMarked
package dev.grantkeep.adapter.rest.front;

import org.jspecify.annotations.NullMarked;
