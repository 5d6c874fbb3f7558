/** What a service says of itself. */
@NullMarked
package dev.grantkeep.application.port.in.discovery;

import org.jspecify.annotations.NullMarked;
