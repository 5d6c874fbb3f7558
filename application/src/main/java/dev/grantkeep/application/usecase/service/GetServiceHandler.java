package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.in.service.GetService;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Finds services. */
@Wired
public final class GetServiceHandler implements GetService {
    private final ServiceStore services;

    public GetServiceHandler(ServiceStore services) {
        this.services = services;
    }

    @Override
    public Optional<Service> handle(Command command) {
        return services.find(command.id());
    }
}
