/** What the calls say about ID tokens and claims. */
@NullMarked
package dev.grantkeep.adapter.rest.openid;

import org.jspecify.annotations.NullMarked;
