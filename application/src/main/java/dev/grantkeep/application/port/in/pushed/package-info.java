/** Requests that clients push (RFC 9126). */
@NullMarked
package dev.grantkeep.application.port.in.pushed;

import org.jspecify.annotations.NullMarked;
