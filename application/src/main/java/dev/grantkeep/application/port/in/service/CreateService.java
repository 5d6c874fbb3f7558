package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;

/** Creates a service. Its id and a secret of 256 bits are generated. */
public interface CreateService {
    Service handle(Command command);

    record Command(ServiceSettings settings) {}
}
