package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;

/**
 * A client, and how whoever says to be it presented itself.
 *
 * @param name by which the client was found: its id, or its alias if that counts
 */
public record Presented(Service service, Client client, String name, ClientCredentials credentials) {}
