/** The HTTP API. */
@NullMarked
package dev.grantkeep.adapter.rest;

import org.jspecify.annotations.NullMarked;
