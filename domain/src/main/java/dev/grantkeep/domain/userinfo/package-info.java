/** What a client is told of its user at the userinfo endpoint (OpenID Connect Core section 5.3). */
@NullMarked
package dev.grantkeep.domain.userinfo;

import org.jspecify.annotations.NullMarked;
