/** Requests that clients push (RFC 9126). */
@NullMarked
package dev.grantkeep.application.usecase.pushed;

import org.jspecify.annotations.NullMarked;
