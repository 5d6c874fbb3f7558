/** Documents that others publish, such as the key set of a client: where they are and how they are had. */
@NullMarked
package dev.grantkeep.application.port.out.remote;

import org.jspecify.annotations.NullMarked;
