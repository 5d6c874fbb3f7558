/** Calls that concern no service: echo and health. */
@NullMarked
package dev.grantkeep.adapter.rest.misc;

import org.jspecify.annotations.NullMarked;
