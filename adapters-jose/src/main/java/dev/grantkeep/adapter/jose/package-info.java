/** Keys, signatures and encryption of JWTs, by Nimbus JOSE + JWT and the cryptography of the JDK. */
@NullMarked
package dev.grantkeep.adapter.jose;

import org.jspecify.annotations.NullMarked;
