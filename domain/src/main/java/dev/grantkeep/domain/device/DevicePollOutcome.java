package dev.grantkeep.domain.device;

import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.value.Generation;

/** What a device is told that asks for its token (RFC 8628 section 3.5). */
public sealed interface DevicePollOutcome {
    /**
     * The token to be minted; it hangs on the grant that was found with the authorization.
     *
     * @param idToken the ID token beside it, if its scopes ask for one
     * @param generation that the authorization carries: its token counts while the grant's codes have the same
     */
    record Redeemable(IssueOrder order, IdTokenOrder idToken, Generation generation) implements DevicePollOutcome {}

    /**
     * Nothing is decided yet.
     *
     * @param next what the poll makes of the authorization
     */
    record Waiting(DeviceAuthorization next, boolean tooFast) implements DevicePollOutcome {}

    /** It was decided, and it is a no. */
    record NotAuthorized(DeviceDecision.Reason reason, OwnWords words) implements DevicePollOutcome {}

    /** A scope demands a protection that is not given. */
    record DemandNotMet(Demand demand) implements DevicePollOutcome {}

    /** Why there is no token; the authorization stays as it is. */
    enum Refused implements DevicePollOutcome {
        /** It is another client's, was redeemed, or has ended with its grant or its client. */
        UNKNOWN,
        EXPIRED,
        RESOURCE_MALFORMED,
        /** A target resource was asked for that was not granted (RFC 8707 section 2.2). */
        RESOURCE_NOT_GRANTED,
        DETAILS_MALFORMED,
        /** Authorization details were asked for that are not those granted (RFC 9396 section 6). */
        DETAILS_NOT_GRANTED,
        /** Those of the decision and those that are added, together. */
        PROPERTIES_TOO_LARGE
    }
}
