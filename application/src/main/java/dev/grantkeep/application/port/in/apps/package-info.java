/** Use cases of users who look after the applications that they let in. */
@NullMarked
package dev.grantkeep.application.port.in.apps;

import org.jspecify.annotations.NullMarked;
