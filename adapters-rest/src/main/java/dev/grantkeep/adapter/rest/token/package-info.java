/** Tokens that exist or are made directly: their creation, change, lists, revocation and introspection. */
@NullMarked
package dev.grantkeep.adapter.rest.token;

import org.jspecify.annotations.NullMarked;
