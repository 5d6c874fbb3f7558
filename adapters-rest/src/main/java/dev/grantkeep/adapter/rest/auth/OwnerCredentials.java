package dev.grantkeep.adapter.rest.auth;

import dev.grantkeep.domain.value.Secret;

/**
 * The credentials of the owner of all services.
 *
 * @param apiKey the user name in 2.x
 * @param apiSecret the password in 2.x
 * @param accessToken the Bearer token in 3.0
 */
public record OwnerCredentials(String apiKey, Secret apiSecret, Secret accessToken) {}
