/** What the ports of both sides use: the time, and how a store fails. */
@NullMarked
package dev.grantkeep.application.port;

import org.jspecify.annotations.NullMarked;
