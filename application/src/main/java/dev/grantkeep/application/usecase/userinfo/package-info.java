/** Serves the userinfo endpoint. */
@NullMarked
package dev.grantkeep.application.usecase.userinfo;

import org.jspecify.annotations.NullMarked;
