/** Use cases on tokens that exist or are made directly. */
@NullMarked
package dev.grantkeep.application.port.in.token;

import org.jspecify.annotations.NullMarked;
