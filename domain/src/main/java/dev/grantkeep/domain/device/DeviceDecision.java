package dev.grantkeep.domain.device;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;

/** What was decided about a device's request. */
public sealed interface DeviceDecision {
    DeviceDecision PENDING = new Pending();

    /** Nothing yet. */
    record Pending() implements DeviceDecision {}

    /**
     * The user's yes.
     *
     * @param standing of the authorization: what is minted from it inherits that, so a revocation beats a racing poll
     * @param idToken what the authorization server wants in the ID token, if there is to be one
     * @param durations explicit ones
     */
    record Authorized(
            Subject subject,
            ScopeSet scopes,
            Standing standing,
            Properties properties,
            TokenDetails details,
            IdTokenContent idToken,
            Durations durations)
            implements DeviceDecision {}

    /** A no. */
    record NotAuthorized(Reason reason, OwnWords words) implements DeviceDecision {}

    /** Why not. */
    enum Reason {
        /** The user said so. */
        DENIED,
        /** It could not be asked or answered; for the device it is over, as if its code had expired. */
        FAILED
    }
}
