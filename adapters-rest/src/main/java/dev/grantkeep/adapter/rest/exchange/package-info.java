/** The token endpoint. */
@NullMarked
package dev.grantkeep.adapter.rest.exchange;

import org.jspecify.annotations.NullMarked;
