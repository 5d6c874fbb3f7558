/** Words that every concept uses: versions, generations, attributes, and the protocol's own enumerations. */
@NullMarked
package dev.grantkeep.domain.common;

import org.jspecify.annotations.NullMarked;
