package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The clients of a subject, watched. */
final class WatchedAuthorizedClients extends Watched implements AuthorizedClients {
    private final AuthorizedClients clients;

    WatchedAuthorizedClients(AuthorizedClients clients, Collection<StoreWatch> watches) {
        super(watches);
        this.clients = clients;
    }

    @Override
    public Page<Client> list(
            ServiceId service, Subject subject, @Nullable String developer, Instant now, Window window) {
        return timed(
                StoreOperation.CLIENT_LIST_AUTHORIZED, () -> clients.list(service, subject, developer, now, window));
    }
}
