/** The other half. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.domain.cycletwo;

import org.jspecify.annotations.NullMarked;
