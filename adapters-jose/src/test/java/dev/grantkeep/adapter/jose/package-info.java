/** Tests of the JOSE adapter: by specification, and against another library. */
@NullMarked
package dev.grantkeep.adapter.jose;

import org.jspecify.annotations.NullMarked;
