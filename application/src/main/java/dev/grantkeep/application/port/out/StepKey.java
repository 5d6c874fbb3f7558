package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;

/**
 * What one step is found by.
 *
 * @param hash of the value that its holder shows
 */
public record StepKey<T>(StepKind<T> kind, ServiceId service, TokenHash hash) {}
