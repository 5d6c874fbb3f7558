package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.ServiceId;

/** Deletes a service with everything that belongs to it. */
public interface DeleteService {
    /** Whether there was one. */
    boolean handle(Command command);

    record Command(ServiceId id) {}
}
