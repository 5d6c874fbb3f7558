package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.TokenId;

/** What became of a wish for the token of a code. */
public sealed interface RedemptionOutcome {
    /** The token to be minted; it hangs on the grant that was found with the code. */
    record Redeemable(IssueOrder order) implements RedemptionOutcome {}

    /** The code is used twice, so it was stolen: what it became must end (RFC 6749 section 4.1.2). */
    record UsedAgain(TokenId became) implements RedemptionOutcome {}

    /** A scope demands a protection that is not given. */
    record DemandNotMet(Demand demand) implements RedemptionOutcome {}

    /** Why there is no token; the code stays as it is. */
    enum Refused implements RedemptionOutcome {
        OF_ANOTHER_CLIENT,
        /** With its grant or its client. */
        ENDED,
        EXPIRED,
        /** The authorization request named one, so the token request has to (RFC 6749 section 4.1.3). */
        REDIRECT_URI_MISSING,
        REDIRECT_URI_DIFFERS,
        /** There is a challenge (RFC 7636 section 4.6). */
        VERIFIER_MISSING,
        VERIFIER_WRONG,
        /** There is no challenge (RFC 9700 section 2.1.1). */
        VERIFIER_UNEXPECTED,
        RESOURCE_MALFORMED,
        /** A target resource was asked for that was not granted (RFC 8707 section 2.2). */
        RESOURCE_NOT_GRANTED,
        DETAILS_MALFORMED,
        /** Authorization details were asked for that are not those granted (RFC 9396 section 6). */
        DETAILS_NOT_GRANTED,
        /** Those of the code and those that are added, together. */
        PROPERTIES_TOO_LARGE
    }
}
