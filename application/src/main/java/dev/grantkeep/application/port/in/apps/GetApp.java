package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.apps.Languages;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Shows one application that a user let in. */
public interface GetApp {
    /** Empty if there is no such client, or the user never let it in. */
    Optional<ListApps.Entry> handle(Command command);

    record Command(Service service, Subject subject, ClientId client, Languages languages) {}
}
