package dev.grantkeep.application.port.in.grant;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Lists the clients that hold tokens of a subject ("Managing authorizations", section 1). */
public interface ListAuthorizedClients {
    Page<Client> handle(Command command);

    /**
     * What to list.
     *
     * @param developer only clients of this developer; null is all
     */
    record Command(
            Service service, Subject subject, @Nullable String developer, Window window) {}
}
