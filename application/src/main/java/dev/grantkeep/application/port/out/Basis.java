package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Version;

/**
 * The settings that a token was decided on. They may come from a cache; the write that carries the basis happens only
 * if both are still current, so nothing stale is ever answered.
 */
public record Basis(ServiceId service, Version serviceVersion, ClientId client, Version clientVersion) {
    public static Basis of(Service service, Client client) {
        return new Basis(service.id(), service.version(), client.id(), client.version());
    }
}
