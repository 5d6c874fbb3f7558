/** What a service says of itself to clients (OpenID Connect Discovery, RFC 8414). */
@NullMarked
package dev.grantkeep.domain.discovery;

import org.jspecify.annotations.NullMarked;
