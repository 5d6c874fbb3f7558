/** What goes to OAuth clients by way of the authorization server: bodies, redirects and challenges. */
@NullMarked
package dev.grantkeep.adapter.rest.oauth;

import org.jspecify.annotations.NullMarked;
