package dev.grantkeep.application.port.in.service;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/**
 * Finds a copy of a service, which may be out of date. What works with it finds that out and throws {@link StaleSettings};
 * then, and before the copy is told wrong to a caller, it is to be recalled anew.
 */
public interface RecallService {
    Optional<Service> handle(Command command);

    /**
     * Which service.
     *
     * @param anew whether what is kept of the service and its clients is forgotten first
     */
    record Command(ServiceId id, boolean anew) {}
}
