/** What Grantkeep tells of itself while it runs: metrics. */
@NullMarked
package dev.grantkeep.bootstrap.signal;

import org.jspecify.annotations.NullMarked;
