/** What every store must do: one abstract test class for each outbound port, to be extended by each store's tests. */
@NullMarked
package dev.grantkeep.application.contract;

import org.jspecify.annotations.NullMarked;
