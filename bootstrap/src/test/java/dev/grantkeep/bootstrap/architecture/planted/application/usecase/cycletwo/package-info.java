/** The other half. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycletwo;

import org.jspecify.annotations.NullMarked;
