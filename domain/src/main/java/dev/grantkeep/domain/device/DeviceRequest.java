package dev.grantkeep.domain.device;

import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.token.Targets;
import java.util.List;

/**
 * A valid request of a device (RFC 8628 section 3.1).
 *
 * @param acrs authentication contexts that the service has, the most wanted first
 */
public record DeviceRequest(NamedClient client, RequestedScopes scopes, Targets targets, List<String> acrs) {
    public DeviceRequest {
        acrs = List.copyOf(acrs);
    }
}
