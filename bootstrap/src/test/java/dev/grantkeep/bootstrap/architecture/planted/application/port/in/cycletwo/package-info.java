/** The other half. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycletwo;

import org.jspecify.annotations.NullMarked;
