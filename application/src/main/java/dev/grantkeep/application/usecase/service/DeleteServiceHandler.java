package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.in.service.DeleteService;
import dev.grantkeep.application.port.out.ServiceStore;

/** Deletes services. */
public final class DeleteServiceHandler implements DeleteService {
    private final ServiceStore services;

    public DeleteServiceHandler(ServiceStore services) {
        this.services = services;
    }

    @Override
    public boolean handle(Command command) {
        return services.remove(command.id());
    }
}
