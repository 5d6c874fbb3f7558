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
public record SettingsVersions(ServiceId service, Version serviceVersion, ClientId client, Version clientVersion) {
    public static SettingsVersions of(Service service, Client client) {
        return new SettingsVersions(service.id(), service.version(), client.id(), client.version());
    }
}
