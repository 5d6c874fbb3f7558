package dev.grantkeep.application.port.in.service;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.service.Service;

/** Lists all services in ascending order of creation. */
public interface ListServices {
    Page<Service> handle(Command command);

    record Command(Window window) {}
}
