/** Makes what OpenID Connect adds to tokens. */
@NullMarked
package dev.grantkeep.application.usecase.openid;

import org.jspecify.annotations.NullMarked;
