package dev.grantkeep.domain.device;

import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.TokenDetails;

/** What becomes of a user's yes to a device's request. */
public sealed interface DeviceConsentOutcome {
    /** What its token will have. */
    record Granted(ScopeSet scopes, TokenDetails details) implements DeviceConsentOutcome {}

    /** Why nothing is given. */
    enum Refused implements DeviceConsentOutcome {
        /** The service, the client or a scope demands a protection that is not given. */
        DEMAND_NOT_MET
    }
}
