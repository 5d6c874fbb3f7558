/** The pushed authorization request endpoint (RFC 9126). */
@NullMarked
package dev.grantkeep.adapter.rest.pushed;

import org.jspecify.annotations.NullMarked;
