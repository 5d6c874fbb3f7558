package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.in.service.IdentifyService;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/** Identifies services by their secrets. */
@Wired
public final class IdentifyServiceHandler implements IdentifyService {
    private final ServiceStore services;

    public IdentifyServiceHandler(ServiceStore services) {
        this.services = services;
    }

    @Override
    public Optional<ServiceId> handle(Command command) {
        return services.ownerOf(command.presented());
    }
}
