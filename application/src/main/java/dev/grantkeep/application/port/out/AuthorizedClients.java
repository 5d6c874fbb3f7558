package dev.grantkeep.application.port.out;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which clients a subject has authorized, read from the grant heads. */
public interface AuthorizedClients {
    /**
     * The clients for which {@link GrantStore#countTokens} is not zero, in ascending order of their creation.
     *
     * @param developer only clients of this developer; null is all
     * @param now a head that knows of a token until later than this need not be looked into
     */
    Page<Client> list(ServiceId service, Subject subject, @Nullable String developer, Instant now, Window window);
}
