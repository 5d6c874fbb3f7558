package dev.grantkeep.application.port.in.grant;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Gives all tokens of a pair exactly these scopes, for every refresh to come too ("Updating issued token(s)"). One
 * write, however many tokens there are. A locked client's grants can be managed.
 */
public interface UpdateGrantScopes {
    Result handle(Command command);

    /**
     * Which pair.
     *
     * @param scopes the new scopes, less those that the service or client does not have; null changes nothing
     */
    record Command(
            Service service,
            ClientIdentifier client,
            Subject subject,
            @Nullable ScopeSet scopes) {}

    sealed interface Result {}

    /** How many stored records of the pair there were. */
    record Updated(Client client, int count) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
