/** What the userinfo endpoint asks for. */
@NullMarked
package dev.grantkeep.application.port.in.userinfo;

import org.jspecify.annotations.NullMarked;
