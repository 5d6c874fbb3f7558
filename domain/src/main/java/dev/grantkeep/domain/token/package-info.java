/** Token records: one access token with, possibly, its refresh token; the two live and die together. */
@NullMarked
package dev.grantkeep.domain.token;

import org.jspecify.annotations.NullMarked;
