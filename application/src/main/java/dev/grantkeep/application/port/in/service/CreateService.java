package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.InvalidMember;

/** Creates a service. Its id and a secret of 256 bits are generated. */
public interface CreateService {
    /**
     * @throws InvalidMember if {@code jwks} is not a JWK Set
     */
    Service handle(Command command);

    record Command(ServiceSettings settings) {}
}
