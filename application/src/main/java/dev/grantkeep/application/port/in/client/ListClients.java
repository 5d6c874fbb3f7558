package dev.grantkeep.application.port.in.client;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Lists a service's clients in ascending order of creation. */
public interface ListClients {
    Page<Client> handle(Command command);

    /**
     * What to list.
     *
     * @param developer only clients of this developer; null is all
     */
    record Command(Service service, @Nullable String developer, Window window) {}
}
