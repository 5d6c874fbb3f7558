/** What is told of each call to those who watch, and by which its traces are found: a request id, a trace, an outcome. */
@NullMarked
package dev.grantkeep.adapter.rest.signal;

import org.jspecify.annotations.NullMarked;
