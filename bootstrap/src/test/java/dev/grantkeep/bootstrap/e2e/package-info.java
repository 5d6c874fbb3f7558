/** The running application as its callers see it, over HTTP, on every store and in both dialects. */
@NullMarked
package dev.grantkeep.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
