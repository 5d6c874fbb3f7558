/** Violators in the HTTP client adapter. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.http;

import org.jspecify.annotations.NullMarked;
