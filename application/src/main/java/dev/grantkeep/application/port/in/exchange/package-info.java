/** What clients ask of the token endpoint, and why they are refused. */
@NullMarked
package dev.grantkeep.application.port.in.exchange;

import org.jspecify.annotations.NullMarked;
