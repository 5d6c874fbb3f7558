package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param scopes all of these must be covered; a text that is no scope is never covered
     * @param subject the subject that the token must have; null is any
     */
    record Command(
            Service service,
            String token,
            List<String> scopes,
            @Nullable String subject) {
        @Override
        public String toString() {
            return "IntrospectToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** It works and suffices. */
    record Active(TokenInContext token, Client client) implements Result {}

    /** It works but does not cover a scope. */
    record Insufficient(TokenInContext token, Client client, String missing) implements Result {}

    /** It works but belongs to another subject. */
    record OtherSubject(TokenInContext token, Client client) implements Result {}

    /**
     * It is expired.
     *
     * @param refreshable whether its refresh token is not
     */
    record Expired(TokenInContext token, Client client, boolean refreshable) implements Result {}

    /** Its client is locked. */
    record ClientLocked(TokenInContext token, Client client) implements Result {}

    /** There is no such token, or it ended. */
    record Absent() implements Result {}
}
