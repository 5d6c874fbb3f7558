/** What every inbound port shares. */
@NullMarked
package dev.grantkeep.application.port.in;

import org.jspecify.annotations.NullMarked;
