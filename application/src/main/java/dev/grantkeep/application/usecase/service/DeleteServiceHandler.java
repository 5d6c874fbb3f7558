package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.service.DeleteService;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.event.Event;

/** Deletes services. */
@Wired
public final class DeleteServiceHandler implements DeleteService {
    private final ServiceStore services;
    private final Clock clock;

    public DeleteServiceHandler(ServiceStore services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    @Override
    public boolean handle(Command command) {
        return services.remove(command.id(), new Event(Event.Kind.SERVICE_REMOVED, clock.now()));
    }
}
