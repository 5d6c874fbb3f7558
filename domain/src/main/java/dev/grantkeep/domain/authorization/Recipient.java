package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.NamedClient;

/**
 * Whom an authorization response goes to.
 *
 * @param client as its request named it: so does a response that is a JWT
 */
public record Recipient(NamedClient client, ResponseTarget target) {}
