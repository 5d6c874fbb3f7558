/** Who calls, and for which service: every call passes through here. */
@NullMarked
package dev.grantkeep.adapter.rest.auth;

import org.jspecify.annotations.NullMarked;
