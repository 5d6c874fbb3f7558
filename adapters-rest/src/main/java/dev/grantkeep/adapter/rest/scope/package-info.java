/** The JSON form of scopes and attributes. */
@NullMarked
package dev.grantkeep.adapter.rest.scope;

import org.jspecify.annotations.NullMarked;
