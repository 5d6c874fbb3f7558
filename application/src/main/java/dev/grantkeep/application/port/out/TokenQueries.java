package dev.grantkeep.application.port.out;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lists and counts of token records. Records that were revoked or whose client is gone are never in them. */
public interface TokenQueries {
    /**
     * Which records to list.
     *
     * @param client only this client's; null is all
     * @param subject only this subject's; null is all, those without a subject included
     * @param now what the status is judged at
     */
    record Selection(
            ServiceId service,
            @Nullable ClientId client,
            @Nullable Subject subject,
            TokenStatus status,
            Instant now) {}

    /** In ascending order of token id, which is that of creation. */
    Page<TokenInContext> list(Selection selection, Window window);

    /** How many stored records the client has that are not revoked, expired ones included. */
    int count(ServiceId service, ClientId client);
}
