/** How a request finds its endpoint. */
@NullMarked
package dev.grantkeep.adapter.rest.route;

import org.jspecify.annotations.NullMarked;
