/** What the protocol enumerates: grant types, response types, ways for clients to authenticate, protections. */
@NullMarked
package dev.grantkeep.domain.protocol;

import org.jspecify.annotations.NullMarked;
