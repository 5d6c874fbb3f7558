/** What the use cases need from outside: stores, time and randomness. Adapters implement these. */
@NullMarked
package dev.grantkeep.application.port.out;

import org.jspecify.annotations.NullMarked;
