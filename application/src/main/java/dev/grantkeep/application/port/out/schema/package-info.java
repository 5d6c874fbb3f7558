/** Schemas that authorization details must fit. */
@NullMarked
package dev.grantkeep.application.port.out.schema;

import org.jspecify.annotations.NullMarked;
