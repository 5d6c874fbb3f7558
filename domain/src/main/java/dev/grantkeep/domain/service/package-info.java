/** A service: one authorization server's settings, the tenant that everything else belongs to. */
@NullMarked
package dev.grantkeep.domain.service;

import org.jspecify.annotations.NullMarked;
