/** Violators in the REST adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.rest;

import org.jspecify.annotations.NullMarked;
