/** Values that every concept uses: versions, generations, secrets, attributes, trees of members. */
@NullMarked
package dev.grantkeep.domain.value;

import org.jspecify.annotations.NullMarked;
