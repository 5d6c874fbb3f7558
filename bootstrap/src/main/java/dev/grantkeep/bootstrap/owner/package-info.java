/** The credentials of the owner of all services: given, or generated at the first start and kept. */
@NullMarked
package dev.grantkeep.bootstrap.owner;

import org.jspecify.annotations.NullMarked;
