/** The device flow (RFC 8628): from a device without a keyboard to its token. */
@NullMarked
package dev.grantkeep.domain.device;

import org.jspecify.annotations.NullMarked;
