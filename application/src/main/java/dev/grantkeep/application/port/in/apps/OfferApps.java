package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;

/** Makes a link by which a user comes to the page of her applications, once. */
public interface OfferApps {
    Result handle(Command command);

    record Command(Service service, Subject subject) {}

    sealed interface Result {}

    /**
     * What the link carries.
     *
     * @param expiresAt from when on it is no good
     */
    record Offered(TokenValue token, Instant expiresAt) implements Result {}

    /** Why there is none. */
    enum Refused implements Result {
        NO_FRONT,
        NO_ISSUER
    }
}
