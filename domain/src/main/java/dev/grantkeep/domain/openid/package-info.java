/** What a client wants to know of its user, and how it is told: claims and ID tokens (OpenID Connect Core). */
@NullMarked
package dev.grantkeep.domain.openid;

import org.jspecify.annotations.NullMarked;
