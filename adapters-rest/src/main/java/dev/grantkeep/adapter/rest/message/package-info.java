/** What comes in and goes out over HTTP: dialects, parameters, JSON. */
@NullMarked
package dev.grantkeep.adapter.rest.message;

import org.jspecify.annotations.NullMarked;
