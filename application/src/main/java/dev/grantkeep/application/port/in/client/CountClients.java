package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.service.ServiceId;

/** Counts a service's clients. */
public interface CountClients {
    int handle(Command command);

    record Command(ServiceId service) {}
}
