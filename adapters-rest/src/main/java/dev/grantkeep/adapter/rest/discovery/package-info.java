/** What a service says of itself. */
@NullMarked
package dev.grantkeep.adapter.rest.discovery;

import org.jspecify.annotations.NullMarked;
