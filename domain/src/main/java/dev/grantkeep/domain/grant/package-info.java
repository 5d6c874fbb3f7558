/** What one subject has given one client: the grant head, on which the life of every token of the pair depends. */
@NullMarked
package dev.grantkeep.domain.grant;

import org.jspecify.annotations.NullMarked;
