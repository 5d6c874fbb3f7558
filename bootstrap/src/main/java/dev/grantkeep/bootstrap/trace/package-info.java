/** Traces of calls, told to a collector of OpenTelemetry where one is named; nothing of it is loaded where none is. */
@NullMarked
package dev.grantkeep.bootstrap.trace;

import org.jspecify.annotations.NullMarked;
