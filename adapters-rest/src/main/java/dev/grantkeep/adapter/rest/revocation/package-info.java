/** Revocation by clients (RFC 7009). */
@NullMarked
package dev.grantkeep.adapter.rest.revocation;

import org.jspecify.annotations.NullMarked;
