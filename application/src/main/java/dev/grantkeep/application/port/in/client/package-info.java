/** Use cases on clients. */
@NullMarked
package dev.grantkeep.application.port.in.client;

import org.jspecify.annotations.NullMarked;
