/** Use cases that keep the store small. */
@NullMarked
package dev.grantkeep.application.port.in.maintenance;

import org.jspecify.annotations.NullMarked;
