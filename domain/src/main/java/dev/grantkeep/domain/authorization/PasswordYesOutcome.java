package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.token.IssueOrder;

/** What becomes of a password that was right. */
public sealed interface PasswordYesOutcome {
    record Issuable(IssueOrder order) implements PasswordYesOutcome {}

    /** Why there is no token. */
    enum Refused implements PasswordYesOutcome {
        CLIENT_GONE,
        CLIENT_LOCKED,
        /** The service or the client has lost the grant type meanwhile. */
        GRANT_TYPE_NOT_ALLOWED,
        /** The service, the client or a scope demands a protection that is not given. */
        DEMAND_NOT_MET
    }
}
