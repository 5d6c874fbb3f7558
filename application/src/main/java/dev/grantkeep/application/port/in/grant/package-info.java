/** Use cases on what one subject has given one client. */
@NullMarked
package dev.grantkeep.application.port.in.grant;

import org.jspecify.annotations.NullMarked;
