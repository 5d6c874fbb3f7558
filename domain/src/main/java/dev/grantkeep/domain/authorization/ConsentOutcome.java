package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.token.IssueOrder;

/** What becomes of a user's yes. */
public sealed interface ConsentOutcome {
    /**
     * A code, a token or both.
     *
     * @param order the token to be minted, if the response type includes one. A code is for the same
     */
    record Granted(IssueOrder order) implements ConsentOutcome {}

    /** Nothing but the answer that there was a yes. */
    record Acknowledged(Client client) implements ConsentOutcome {}

    /** Why nothing is issued. */
    enum Refused implements ConsentOutcome {
        /** The response type needs to know whom it is about. */
        SUBJECT_MISSING,
        CLIENT_GONE,
        CLIENT_LOCKED,
        /** The service, the client or a scope demands a protection that is not given. */
        DEMAND_NOT_MET
    }
}
