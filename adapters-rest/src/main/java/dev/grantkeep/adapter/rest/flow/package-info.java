/** The steps of the protocol: authorization requests and decisions, the token endpoint, revocation by clients. */
@NullMarked
package dev.grantkeep.adapter.rest.flow;

import org.jspecify.annotations.NullMarked;
