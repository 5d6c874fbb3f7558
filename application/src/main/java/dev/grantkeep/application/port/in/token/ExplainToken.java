package dev.grantkeep.application.port.in.token;

import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.LifeOfToken;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Says of an access or refresh token all that is known, dead ones included, for whoever wants to know why it works or does
 * not. It is no use of the token. The service may be a stale copy.
 */
public interface ExplainToken {
    Result handle(Command command);

    /**
     * Of which token.
     *
     * @param token as it was presented; anything at all
     */
    record Command(Service service, String token) {
        @Override
        public String toString() {
            return "ExplainToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /**
     * What is known.
     *
     * @param client null if it is gone
     * @param life null if the record has no such token any more
     */
    record Explained(
            Kind kind,
            TokenInContext token,
            Verdict verdict,
            @Nullable Client client,
            @Nullable LifeOfToken life) implements Result {}

    /**
     * There is no such token here: it never was, or its record has been reclaimed.
     *
     * @param elsewhere whether another service has it
     */
    record Unknown(boolean elsewhere) implements Result {}
}
