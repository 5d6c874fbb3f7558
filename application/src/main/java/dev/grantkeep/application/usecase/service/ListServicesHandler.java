package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.port.in.service.ListServices;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;

/** Lists services. */
@Wired
public final class ListServicesHandler implements ListServices {
    private final ServiceStore services;

    public ListServicesHandler(ServiceStore services) {
        this.services = services;
    }

    @Override
    public Page<Service> handle(Command command) {
        return services.list(command.window());
    }
}
