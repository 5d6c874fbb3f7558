/** The steps of the protocol: authorization request, decision, token request. */
@NullMarked
package dev.grantkeep.application.port.in.flow;

import org.jspecify.annotations.NullMarked;
