/** What the use cases need of JOSE: key sets, signatures and encryption. Nothing here comes from a store. */
@NullMarked
package dev.grantkeep.application.port.out.key;

import org.jspecify.annotations.NullMarked;
