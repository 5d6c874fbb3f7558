package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/** Finds a service as it is now. */
public interface GetService {
    Optional<Service> handle(Command command);

    record Command(ServiceId id) {}
}
