/** Revocation by clients (RFC 7009). */
@NullMarked
package dev.grantkeep.application.usecase.revocation;

import org.jspecify.annotations.NullMarked;
