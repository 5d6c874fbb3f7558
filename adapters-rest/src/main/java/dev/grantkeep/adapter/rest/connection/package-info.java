/** What one connection may hold and how long it may take, so that no caller can use up the server. */
@NullMarked
package dev.grantkeep.adapter.rest.connection;

import org.jspecify.annotations.NullMarked;
