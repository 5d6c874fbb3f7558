/** Use cases that keep the store small. */
@NullMarked
package dev.grantkeep.application.usecase.maintenance;

import org.jspecify.annotations.NullMarked;
