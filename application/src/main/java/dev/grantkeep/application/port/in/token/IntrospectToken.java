package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.Verdict;

/**
 * Says what an access token is worth (contract 2.13). The hottest call: one statement. The service may be a {@link
 * dev.grantkeep.application.port.in.StaleSettings stale} copy.
 */
public interface IntrospectToken {
    Result handle(Command command);

    /**
     * What to check.
     *
     * @param token as it was presented; anything at all
     * @param required what the resource server requires of it
     */
    record Command(Service service, String token, Introspection required) {
        @Override
        public String toString() {
            return "IntrospectToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /**
     * There is such a token.
     *
     * @param refreshable whether its refresh token is not expired
     */
    record Found(TokenInContext token, Client client, Verdict.Existing verdict, boolean refreshable)
            implements Result {}

    /** There is no such token, or it ended. */
    record Absent() implements Result {}
}
