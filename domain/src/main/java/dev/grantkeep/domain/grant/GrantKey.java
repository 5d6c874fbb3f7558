package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;

/** The pair of a client and a subject within a service. */
public record GrantKey(ServiceId service, ClientId client, Subject subject) {}
