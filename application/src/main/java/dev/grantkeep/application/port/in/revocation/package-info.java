/** Revocation by clients (RFC 7009). */
@NullMarked
package dev.grantkeep.application.port.in.revocation;

import org.jspecify.annotations.NullMarked;
