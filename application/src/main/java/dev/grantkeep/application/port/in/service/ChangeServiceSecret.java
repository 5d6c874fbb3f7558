package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/** Gives a service a new secret of 256 bits. From then on the one before it lets nobody in. */
public interface ChangeServiceSecret {
    /** The service as it is then; empty if there is none. */
    Optional<Service> handle(Command command);

    record Command(ServiceId id) {}
}
