/**
 * Keys of services and clients (JSON Web Keys, RFC 7517) and the algorithms that they are for: names, what fits what, and
 * which key is taken. Nothing here signs or encrypts.
 */
@NullMarked
package dev.grantkeep.domain.key;

import org.jspecify.annotations.NullMarked;
