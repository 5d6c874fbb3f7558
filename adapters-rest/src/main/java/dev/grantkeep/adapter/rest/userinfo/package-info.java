/** The userinfo endpoint. */
@NullMarked
package dev.grantkeep.adapter.rest.userinfo;

import org.jspecify.annotations.NullMarked;
